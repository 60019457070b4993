import type { KindOfMistakes } from "../../mistake.ts";
import { policyMembers } from "./policyMembers.ts";
import { textBytes } from "./textBytes.ts";

export const textMistakes: KindOfMistakes = {
  kind: "texts",
  mistakes: [...textBytes, ...policyMembers],
};
