import * as history from "../../src/components/DecisionHistory/lazy.ts";
import * as revisions from "../../src/components/OlderRevisions/lazy.ts";
import * as changes from "../../src/components/PayloadChanges/lazy.ts";
import * as preview from "../../src/components/PayloadPreview/lazy.ts";
import * as difference from "../../src/components/PolicyDifference/lazy.ts";
import { speechOf } from "../../src/components/PrivacyCenter/speech.ts";
import * as exporting from "../../src/components/PrivacyExport/lazy.ts";
import * as log from "../../src/components/TransmissionLog/lazy.ts";
import * as transport from "../../src/components/TransportFacts/lazy.ts";

/** Loads whatever a centre loads later, so that a test meets it at once. Rejects if it cannot. */
export async function loadParts(): Promise<void> {
  const all = [
    speechOf(undefined),
    revisions,
    difference,
    exporting,
    log,
    history,
    changes,
    preview,
    transport,
  ].flatMap((module) => Object.values(module));
  await Promise.all([
    import("../../src/contract/records.ts"),
    ...all.map((lazy) => lazy.load()),
  ]);
  const spoken = Object.values(speechOf(undefined)).map((lazy) => lazy.read());
  await Promise.all(
    spoken.map((loaded) => loaded.status === "ready" && loaded.value.later.load()),
  );
  const failed = all.filter((lazy) => lazy.read().status !== "ready");
  if (failed.length > 0) throw new Error("A part of the centre cannot be loaded.");
}
