import * as history from "../../src/components/DecisionHistory/lazy.ts";
import * as changes from "../../src/components/PayloadChanges/lazy.ts";
import * as preview from "../../src/components/PayloadPreview/lazy.ts";
import { speech } from "../../src/components/PrivacyCenter/speech.ts";
import * as parts from "../../src/components/parts.ts";
import * as log from "../../src/components/TransmissionLog/lazy.ts";

/** Loads whatever a centre loads later, so that a test meets it at once. Rejects if it cannot. */
export async function loadParts(): Promise<void> {
  const all = [speech, parts, log, history, changes, preview].flatMap((module) =>
    Object.values(module),
  );
  await Promise.all([
    import("../../src/contract/records.ts"),
    ...all.map((later) => later.load()),
  ]);
  const failed = all.filter((later) => later.read().status !== "ready");
  if (failed.length > 0) throw new Error("A part of the centre cannot be loaded.");
}
