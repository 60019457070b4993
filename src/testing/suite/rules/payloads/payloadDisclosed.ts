import { readPayload } from "../../../../payload/readPayload.ts";
import type { ContractRule } from "../../contractRule.ts";
import { expectThat } from "../../expectations.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";
import { readPayloadBytes } from "../../panelReading.ts";

export const payloadDisclosed: ContractRule = {
  id: "payload-disclosed",
  title: "Every value of a payload belongs to an item that the policy discloses",
  section: "docs/panel-api.md#the-payload",
  remedy:
    "Take out what no item of the policy names, or disclose it in the policy first.",
  needs: ["read"],
  async check(context) {
    await forEachPurpose(context, async ({ id, schema }) => {
      const exchange = await readPayloadBytes(context, id);
      const reading = readPayload(exchange.bytes, schema);
      expectThat(exchange, reading.status === "readable", "JSON in UTF-8.");
      for (const { path, status } of reading.places) {
        const place = `${path.join(".")} is ${status}`;
        expectThat(exchange, status === "disclosed", `Disclosed values alone; ${place}.`);
      }
    });
  },
};
