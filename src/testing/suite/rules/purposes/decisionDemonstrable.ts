import { knownStatus } from "../../../../contract/transitions.ts";
import type { ContractRule } from "../../contractRule.ts";
import { expectThat } from "../../expectations.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";
import { readDecision } from "../../panelReading.ts";

function isNull(value: unknown): value is null {
  return value === null;
}

export const decisionDemonstrable: ContractRule = {
  id: "decision-demonstrable",
  title: "A decision tells when, which revision, language and digests it is bound to",
  section: "docs/panel-api.md#what-to-store",
  remedy:
    "Keep with each decision when it was made, and the revision, language and digests that were sent.",
  needs: ["read"],
  async check(context) {
    await forEachPurpose(context, async ({ id }) => {
      const { exchange, decision } = await readDecision(context, id);
      const { at, by, revision, language, textDigest, payloadDigest } = decision;
      const status = knownStatus(decision.status);
      const text = [revision, language, textDigest];
      expectThat(exchange, status !== undefined, "A status of contract 1.");
      if (status === "undecided") {
        const all = [at, by, payloadDigest, ...text];
        expectThat(exchange, all.every(isNull), `${id}: null for all but the status.`);
      } else {
        expectThat(exchange, at !== null, `${id}: when it was decided.`);
      }
      if (status === "granted" || status === "outdated") {
        const bound = ![payloadDigest, ...text].some(isNull);
        expectThat(exchange, bound, `${id}: revision, language and both digests.`);
      }
      if (status === "refused") {
        const bound = !text.some(isNull) && payloadDigest === null;
        expectThat(exchange, bound, `${id}: revision, language, digest of the text.`);
      }
    });
  },
};
