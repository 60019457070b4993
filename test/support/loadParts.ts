import { speech } from "../../src/components/PrivacyCenter/speech.ts";
import * as parts from "../../src/components/parts.ts";

/** Loads whatever a centre loads later, so that a test meets it at once. */
export async function loadParts(): Promise<void> {
  const all = [...Object.values(speech), ...Object.values(parts)];
  await Promise.all([
    import("../../src/contract/records.ts"),
    ...all.map((later) => later.load()),
  ]);
}
