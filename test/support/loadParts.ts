import * as history from "../../src/components/DecisionHistory/lazy.ts";
import * as revisions from "../../src/components/OlderRevisions/lazy.ts";
import * as changes from "../../src/components/PayloadChanges/lazy.ts";
import * as preview from "../../src/components/PayloadPreview/lazy.ts";
import * as valueTable from "../../src/components/PayloadPreview/lazyValueTable.ts";
import * as difference from "../../src/components/PolicyDifference/lazy.ts";
import { loadedCenterOf } from "../../src/components/PrivacyCenter/loadedCenter.ts";
import * as exporting from "../../src/components/PrivacyExport/lazy.ts";
import * as log from "../../src/components/TransmissionLog/lazy.ts";
import * as transport from "../../src/components/TransportFacts/lazy.ts";

/** Loads whatever a centre loads later, so that a test meets it at once. Rejects if it cannot. */
export async function loadParts(): Promise<void> {
  const all = [
    loadedCenterOf(undefined),
    revisions,
    difference,
    exporting,
    log,
    history,
    changes,
    preview,
    valueTable,
    transport,
  ].flatMap((module) => Object.values(module));
  await Promise.all([
    import("../../src/contract/records.ts"),
    ...all.map((lazy) => lazy.load()),
  ]);
  const centers = Object.values(loadedCenterOf(undefined)).map((lazy) => lazy.read());
  await Promise.all(
    centers.map((loaded) => loaded.status === "ready" && loaded.value.lazyWords.load()),
  );
  const failed = all.filter((lazy) => lazy.read().status !== "ready");
  if (failed.length > 0) throw new Error("A part of the centre cannot be loaded.");
}
