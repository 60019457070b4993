import type { Hop } from "../../world/hop.ts";

export const originOf = ({ headers }: Hop) => headers.get("Origin") ?? "";
