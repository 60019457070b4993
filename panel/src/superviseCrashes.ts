import type { Panel } from "../../src/panel/index.ts";
import { buildCrashReport } from "./crash/buildCrashReport.ts";
import { type Supervision, superviseWorker } from "./crash/superviseWorker.ts";
import type { PayloadSource } from "./payloads.ts";
import { readLibraries } from "./system/libraries.ts";

/** Runs the process `client`; a crash of it becomes a report, if that was agreed to. */
export function superviseCrashes(
  { enqueueReport }: Pick<Panel, "enqueueReport">,
  { version }: PayloadSource,
  report: (error: unknown) => void,
): Supervision {
  return superviseWorker({
    report,
    onCrash: async (crash) => {
      const libraries = [...readLibraries()];
      const value = buildCrashReport({ version, libraries }, crash);
      const queued = await enqueueReport("crash-reports", value);
      if (queued === "undisclosed") {
        throw new Error("A crash report is not what the policy discloses.");
      }
    },
  });
}
