import { createLazy } from "../../client/createLazy.ts";

/** What is loaded when somebody first opens the bytes, or is about to. */
export const lazyBytesPanel = createLazy(() =>
  import("./OpenBytesPanel.tsx").then((module) => module.OpenBytesPanel),
);

/** The purpose's section of the policy, loaded behind its fold as soon as the card is there. */
export const lazyPolicySection = createLazy(() =>
  import("./PolicySection.tsx").then((module) => module.PolicySection),
);
