import { endpointPath } from "../../../../contract/paths.ts";

export const erasedNamePath = (id: string) => endpointPath("eraseName", { id });
