import type { KindOfMistakes } from "../../mistake.ts";
import { chainEvents } from "./chainEvents.ts";
import { chainNames } from "./chainNames.ts";
import { chainPages } from "./chainPages.ts";
import { chainPlaces } from "./chainPlaces.ts";

export const chainMistakes: KindOfMistakes = {
  kind: "chain",
  mistakes: [...chainEvents, ...chainPages, ...chainNames, ...chainPlaces],
};
