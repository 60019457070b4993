import { decisionTag as tagOfSequence } from "../../../../contract/decision.ts";
import type { ContractRule } from "../../contractRule.ts";
import { expectThat } from "../../expectations.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";
import { readDecision } from "../../panelReading.ts";

export const decisionTag: ContractRule = {
  id: "decision-tag",
  title: "The entity tag of a decision is its sequence",
  section: "docs/panel-api.md#the-states",
  remedy: 'Send the sequence in quotes as ETag, such as "7".',
  needs: ["read"],
  async check(context) {
    await forEachPurpose(context, async ({ id }) => {
      const { exchange, etag, decision } = await readDecision(context, id);
      const expected = tagOfSequence(decision.sequence);
      expectThat(exchange, etag === expected, `ETag ${expected}.`, "ETag");
    });
  },
};
