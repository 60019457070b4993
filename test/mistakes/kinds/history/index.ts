import type { KindOfMistakes } from "../../mistake.ts";
import { agreedBytes } from "./agreedBytes.ts";
import { entryMembers } from "./entryMembers.ts";
import { recordedEvents } from "./recordedEvents.ts";
import { timesAndIds } from "./timesAndIds.ts";

export const historyMistakes: KindOfMistakes = {
  kind: "history",
  mistakes: [...entryMembers, ...agreedBytes, ...timesAndIds, ...recordedEvents],
};
