import { constants } from "node:os";
import { policyInForce } from "../../src/policy/demo/referencePolicy.ts";
import { type Config, readConfig } from "./config.ts";
import { docsPaths } from "./docs/docsSite.ts";
import { explainFailedStart } from "./explainFailedStart.ts";
import { expiryNotice } from "./readCertificateAuthority.ts";
import { startPanel } from "./startPanel.ts";

// What the panel writes is for its own user alone.
process.umask(0o077);

let config: Config | undefined;
try {
  config = readConfig(process.env);
  const panel = await startPanel(config, policyInForce(config.policyRevision));
  const end = (code: number) => void panel.close().then(() => process.exit(code));
  process.once("SIGTERM", () => end(0));
  // What a shell says of a program that a person stopped.
  process.once("SIGINT", () => end(128 + constants.signals.SIGINT));

  const notice = config.vendor && expiryNotice(config.vendor.ca, new Date());
  if (notice) console.error(notice);
  console.log(`Klartext reference panel: ${panel.address}`);
  for (const path of Object.values(docsPaths)) {
    console.log(`Documentation: ${panel.address}${path}`);
  }
} catch (error) {
  console.error(explainFailedStart(error, config));
  process.exitCode = 1;
}
