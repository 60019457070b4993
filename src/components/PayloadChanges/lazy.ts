import { createLater } from "../../client/createLater.ts";

/** What compares the bytes on the screen with those that stood there before. */
export const lazyPayloadComparison = createLater(() =>
  import("./PayloadComparison.tsx").then((module) => module.PayloadComparison),
);

/** What reads the bytes that the panel has kept, and compares them. */
export const lazyKeptComparisons = createLater(() =>
  import("./KeptComparisons.tsx").then((module) => module.KeptComparisons),
);
