import { createLazy } from "../../client/createLazy.ts";

/** What was decided on a purpose, loaded when somebody looks at it. */
export const lazyDecisionHistory = createLazy(() =>
  import("./DecisionHistory.tsx").then((module) => module.DecisionHistory),
);
