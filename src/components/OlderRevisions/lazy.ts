import { createLazy } from "../../client/createLazy.ts";

/** What is loaded for a policy that has older revisions. */
export const lazyPolicyRevisions = createLazy(() =>
  import("./PolicyRevisions.tsx").then((module) => module.PolicyRevisions),
);
