// A panel in a process of its own, to be killed. Its clock runs twenty times as fast, so
// that a test need not wait as long as the sender does after a failure.
import { readConfig } from "../../panel/src/config.ts";
import { policyInForce } from "../../panel/src/referencePolicy.ts";
import { startPanel } from "../../panel/src/startPanel.ts";

const speed = 20;
const began = Number(process.env.CLOCK_BEGAN);

process.once("disconnect", () => process.exit());
const config = readConfig(process.env);
const { address } = await startPanel(config, policyInForce(config.policyRevision), {
  runsClient: false,
  now: () => new Date(began + (Date.now() - began) * speed),
  setTimer: (run, ms) => {
    const timer = setTimeout(run, ms / speed);
    return () => clearTimeout(timer);
  },
});
process.send?.({ address });
