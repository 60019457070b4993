import { createLazy } from "../../client/createLazy.ts";

/** What is loaded when a revision is first compared with an older one. */
export const lazyPolicyDifference = createLazy(() =>
  import("./PolicyDifference.tsx").then((module) => module.PolicyDifference),
);
