import type { KindOfMistakes } from "../../mistake.ts";
import { addresses } from "./addresses.ts";
import { head } from "./head.ts";
import { otherMethods } from "./otherMethods.ts";

export const methodMistakes: KindOfMistakes = {
  kind: "methods",
  mistakes: [...head, ...otherMethods, ...addresses],
};
