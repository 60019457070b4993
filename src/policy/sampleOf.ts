import { crashReport } from "./builtIn/crashReport.ts";
import { crashReportSample, serverStatisticsSample } from "./builtIn/samples.ts";
import { serverStatistics } from "./builtIn/serverStatistics.ts";
import type { ConsentActivity } from "./policy.ts";
import type { Schema } from "./schemaNode.ts";

const ofBuiltIn = new Map<Schema, unknown>([
  [crashReport, crashReportSample],
  [serverStatistics, serverStatisticsSample],
]);

/**
 * The sample of what an activity sends, if there is one: its own, or that of a built-in
 * schema. A centre shows the server's own bytes and needs none.
 */
export function sampleOf({ sample, schema }: ConsentActivity): unknown {
  return sample ?? ofBuiltIn.get(schema);
}
