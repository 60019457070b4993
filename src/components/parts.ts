import { createLater } from "../client/createLater.ts";

/** The parts of a centre that are loaded when they are first shown. */

export const policyDifference = createLater(() =>
  import("./PolicyDifference/PolicyDifference.tsx").then(
    (module) => module.PolicyDifference,
  ),
);

export const exportTool = createLater(() =>
  import("./PrivacyExport/ExportTool.tsx").then((module) => module.ExportTool),
);

export const policyRevisions = createLater(() =>
  import("./OlderRevisions/PolicyRevisions.tsx").then((module) => module.PolicyRevisions),
);
