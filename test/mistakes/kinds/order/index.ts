import type { KindOfMistakes } from "../../mistake.ts";
import { problemDocuments } from "./problemDocuments.ts";
import { problemOrder } from "./problemOrder.ts";

export const orderMistakes: KindOfMistakes = {
  kind: "order of problems",
  mistakes: [...problemOrder, ...problemDocuments],
};
