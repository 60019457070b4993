import {
  parsePayloadKind,
  payloadKindHeader,
  payloadKinds,
} from "../../../../contract/payloadKind.ts";
import type { ContractRule } from "../../contractRule.ts";
import { expectMediaType, expectThat } from "../../expectations.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";
import { readPayloadBytes } from "../../panelReading.ts";

export const payloadHeaders: ContractRule = {
  id: "payload-headers",
  title: "A payload says what it is, and that nobody may store or change it",
  section: "docs/panel-api.md#the-payload",
  remedy:
    "Send Content-Type: application/json, Klartext-Payload, and Cache-Control: no-store, no-transform.",
  needs: ["read"],
  async check(context) {
    await forEachPurpose(context, async ({ id }) => {
      const exchange = await readPayloadBytes(context, id);
      expectMediaType(exchange, "application/json");
      const kind = parsePayloadKind(exchange.headers.get(payloadKindHeader));
      const kinds = payloadKinds.join(", ");
      expectThat(
        exchange,
        kind !== undefined,
        `${payloadKindHeader}: one of ${kinds}.`,
        payloadKindHeader,
      );
      const caching = exchange.headers.get("Cache-Control")?.split(/\s*,\s*/) ?? [];
      for (const word of ["no-store", "no-transform"]) {
        const expected = `Cache-Control with ${word}.`;
        expectThat(exchange, caching.includes(word), expected, "Cache-Control");
      }
    });
  },
};
