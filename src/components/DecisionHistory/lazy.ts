import { createLater } from "../../client/createLater.ts";

/** What was decided on a purpose, loaded when somebody looks at it. */
export const lazyDecisionHistory = createLater(() =>
  import("./DecisionHistory.tsx").then((module) => module.DecisionHistory),
);
