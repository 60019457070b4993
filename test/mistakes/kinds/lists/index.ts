import type { KindOfMistakes } from "../../mistake.ts";
import { cursors } from "./cursors.ts";
import { listForms } from "./listForms.ts";
import { pages } from "./pages.ts";
import { untoldEntries } from "./untoldEntries.ts";

export const listMistakes: KindOfMistakes = {
  kind: "lists",
  mistakes: [...pages, ...cursors, ...listForms, ...untoldEntries],
};
