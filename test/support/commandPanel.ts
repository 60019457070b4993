import { join } from "node:path";
import { policyInForce } from "../../src/policy/demo/referencePolicy.ts";
import { startTestPanel, type TestPanelOptions } from "./startTestPanel.ts";

/** A real panel that stands for the built-in policy, and how the command signs in there. */
export async function startCommandPanel(options: TestPanelOptions = {}) {
  const panel = await startTestPanel({ policy: policyInForce("bare"), ...options });
  return {
    ...panel,
    url: () => `${panel.address()}/api/privacy`,
    env: { KLARTEXT_TOKEN_FILE: join(panel.dataFolder, "token") },
  };
}
