import { ConfigError, readConfig } from "./config.ts";
import { docsPaths } from "./docs/docsSite.ts";
import { policyInForce } from "./referencePolicy.ts";
import { startPanel } from "./startPanel.ts";

// What the panel writes is for its own user alone.
process.umask(0o077);

try {
  const config = readConfig(process.env);
  const panel = await startPanel(config, policyInForce(config.policyRevision));
  console.log(`Klartext reference panel: ${panel.address}`);
  for (const path of Object.values(docsPaths)) {
    console.log(`Documentation: ${panel.address}${path}`);
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      void panel.close().then(() => process.exit(0));
    });
  }
} catch (error) {
  console.error(describe(error));
  process.exitCode = 1;
}

const remedies: Readonly<Record<string, string>> = {
  EADDRINUSE: "Another program has that port; choose one, such as PORT=4174.",
  SQLITE_BUSY:
    "Another panel uses that folder; stop it, or choose one with KLARTEXT_DATA.",
  SQLITE_NOTADB: "The store is damaged; choose another folder with KLARTEXT_DATA.",
  SQLITE_CANTOPEN:
    "The store cannot be opened; choose another folder with KLARTEXT_DATA.",
  EACCES: "Permission is missing; choose another folder with KLARTEXT_DATA.",
  EEXIST: "That is no folder; choose one with KLARTEXT_DATA.",
  ENOTDIR: "That is no folder; choose one with KLARTEXT_DATA.",
  ENOENT: "Check the paths in KLARTEXT_DATA and KLARTEXT_VENDOR_CA.",
};

function describe(error: unknown): unknown {
  if (error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return error;
  const remedy = remedies[String(Reflect.get(error, "code"))];
  return remedy === undefined ? error : `${error.message}\n${remedy}`;
}
