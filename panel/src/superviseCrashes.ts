import { buildCrashReport } from "./crash/buildCrashReport.ts";
import { type Supervision, superviseClient } from "./crash/superviseClient.ts";
import type { PayloadSource } from "./payloads.ts";
import type { Sender } from "./sending/sender.ts";
import { readLibraries } from "./system/libraries.ts";

/** Runs the process `client`; a crash of it becomes a report, if that was agreed to. */
export function superviseCrashes(
  sender: Sender,
  { version }: PayloadSource,
  report: (error: unknown) => void,
): Supervision {
  return superviseClient({
    report,
    onCrash: (crash) => {
      const libraries = [...readLibraries()];
      sender.happened("crash-reports", buildCrashReport({ version, libraries }, crash));
    },
  });
}
