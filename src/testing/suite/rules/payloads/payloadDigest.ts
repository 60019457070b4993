import { parseReprDigest } from "../../../../payload/digest.ts";
import type { ContractRule } from "../../contractRule.ts";
import { expectThat } from "../../expectations.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";
import { readPayloadBytes } from "../../panelReading.ts";

export const payloadDigest: ContractRule = {
  id: "payload-digest",
  title: "Repr-Digest is the SHA-256 of the payload's bytes",
  section: "docs/panel-api.md#the-payload",
  remedy:
    "Hash the very bytes that are answered, and send Repr-Digest: sha-256=:<base64>:.",
  needs: ["read"],
  async check(context) {
    await forEachPurpose(context, async ({ id }) => {
      const exchange = await readPayloadBytes(context, id);
      const stated = parseReprDigest(exchange.headers.get("Repr-Digest"));
      expectThat(
        exchange,
        stated === exchange.digest,
        `Repr-Digest ${exchange.digest}.`,
        "Repr-Digest",
      );
    });
  },
};
