import { createLazy } from "../../client/createLazy.ts";

/** What compares the bytes on the screen with those that stood there before. */
export const lazyPayloadComparison = createLazy(() =>
  import("./PayloadComparison.tsx").then((module) => module.PayloadComparison),
);

/** What reads the bytes that the panel has kept, and compares them. */
export const lazyEarlierComparisons = createLazy(() =>
  import("./EarlierComparisons.tsx").then((module) => module.EarlierComparisons),
);
