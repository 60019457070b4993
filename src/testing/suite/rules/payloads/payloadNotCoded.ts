import type { ContractRule } from "../../contractRule.ts";
import { expectThat } from "../../expectations.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";
import { readPayloadBytes } from "../../panelReading.ts";

export const payloadNotCoded: ContractRule = {
  id: "payload-not-coded",
  title: "A payload has no content coding, even if the request would take one",
  section: "docs/panel-api.md#the-payload",
  remedy: "Turn compression off for payloads, in the panel and in what stands before it.",
  needs: ["read"],
  async check(context) {
    await forEachPurpose(context, async ({ id }) => {
      const headers = { "Accept-Encoding": "gzip, br, deflate, zstd" };
      const exchange = await readPayloadBytes(context, id, { headers });
      const coding = exchange.headers.get("Content-Encoding");
      const expected = `No Content-Encoding; it is ${coding}.`;
      expectThat(exchange, coding === null, expected, "Content-Encoding");
    });
  },
};
