import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ConsentFile } from "../../src/cli/consentFile/consentFile.ts";
import { buildTexts } from "../../src/panel/buildTexts.ts";
import type { Policy } from "../../src/policy/index.ts";

/** Consent to all that the German text of a policy asks for. */
export function consentTo(policy: Policy): ConsentFile["purposes"][string] {
  return {
    decision: "granted",
    revision: policy.revision.id,
    language: "de",
    textDigest: buildTexts(policy).texts.de.digest,
  };
}

/** Writes a consent file into a folder, and gives its name. */
export async function writeConsentFile(
  folder: string,
  purposes: ConsentFile["purposes"],
): Promise<string> {
  const file = join(folder, "consent.json");
  const content: ConsentFile = { format: "klartext-consent", version: 1, purposes };
  await writeFile(file, JSON.stringify(content));
  return file;
}
