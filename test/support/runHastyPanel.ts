// A panel in a process of its own, to be killed. Its clock runs twenty times as fast, so
// that a test need not wait as long as the sender does after a failure. An address that it is
// told becomes the report of a crash there.
import { readConfig } from "../../panel/src/config.ts";
import { startPanel } from "../../panel/src/startPanel.ts";
import { policyInForce } from "../../src/policy/demo/referencePolicy.ts";

const speed = 20;
const began = Number(process.env.CLOCK_BEGAN);

process.once("disconnect", () => process.exit());
const config = readConfig(process.env);
const { address, enqueueReport } = await startPanel(
  config,
  policyInForce(config.policyRevision),
  {
    runsClient: false,
    now: () => new Date(began + (Date.now() - began) * speed),
    setTimer: (run, ms) => {
      const timer = setTimeout(run, ms / speed);
      return () => clearTimeout(timer);
    },
  },
);
process.on("message", async (address: string) => {
  const addresses = [{ address }];
  const stackTrace = { process: "client", signal: 6, addresses };
  const report = { version: "0.1.0", libraries: [], stackTrace };
  process.send?.(await enqueueReport("crash-reports", report).catch(String));
});
process.send?.({ address });
