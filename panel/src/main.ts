import { ConfigError, readConfig } from "./config.ts";
import { policyInForce } from "./referencePolicy.ts";
import { startPanel } from "./startPanel.ts";

try {
  const config = readConfig(process.env);
  const panel = await startPanel(config, policyInForce(config.policyRevision));
  console.log(`Klartext reference panel: ${panel.address}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      void panel.close().then(() => process.exit(0));
    });
  }
} catch (error) {
  console.error(describe(error));
  process.exitCode = 1;
}

function describe(error: unknown): unknown {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof Error && Reflect.get(error, "code") === "EADDRINUSE") {
    return `${error.message}. Another program has that port; choose one with PORT=4174.`;
  }
  return error;
}
