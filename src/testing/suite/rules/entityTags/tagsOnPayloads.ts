import type { ContractRule } from "../../contractRule.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";
import { purposePath, readPayloadBytes } from "../../panelReading.ts";
import { checkRevalidation } from "./checkRevalidation.ts";

export const tagsOnPayloads: ContractRule = {
  id: "tags-on-payloads",
  title: "Payloads answer If-None-Match with 304",
  section: "docs/panel-api.md#live-pages",
  remedy:
    "Make a strong ETag from the payload's bytes, and answer 304 without a body to If-None-Match with it.",
  needs: ["read"],
  async check(context) {
    await forEachPurpose(context, async ({ id }) => {
      await readPayloadBytes(context, id);
      await checkRevalidation(context, purposePath(id, "payload"));
    });
  },
};
