import { serializePayload } from "../../../../payload/serializePayload.ts";
import type { ContractRule } from "../../contractRule.ts";
import { expectThat } from "../../expectations.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";
import { readPayloadBytes } from "../../panelReading.ts";

function serialized(text: string): string | undefined {
  try {
    return serializePayload(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export const payloadReadable: ContractRule = {
  id: "payload-readable",
  title: "A payload has one value a line and nothing that a reader cannot see",
  section: "docs/panel-api.md#the-payload",
  remedy:
    "Write the payload as the vectors of klartext panel-kit show: two spaces, one value a line, invisible characters escaped.",
  needs: ["read"],
  async check(context) {
    await forEachPurpose(context, async ({ id }) => {
      const exchange = await readPayloadBytes(context, id);
      const expected = serialized(exchange.text);
      expectThat(exchange, exchange.text === expected, `These bytes:\n${expected}`);
    });
  },
};
