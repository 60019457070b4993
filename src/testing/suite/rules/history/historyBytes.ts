import { digest, parseReprDigest } from "../../../../payload/digest.ts";
import type { ContractRule } from "../../contractRule.ts";
import {
  expectJson,
  expectProblem,
  expectStatus,
  expectThat,
} from "../../expectations.ts";
import { listLimits } from "../../listLimits.ts";

export const historyBytes: ContractRule = {
  id: "history-bytes",
  title: "The bytes that were agreed to are kept; those that held a UUID answer 410",
  section: "docs/panel-api.md#the-history-and-the-log",
  remedy:
    "Keep the bytes of each grant with their digest; answer 410 gone once they are deleted.",
  needs: ["read"],
  async check(context) {
    const { get, contract } = context;
    const { entries } = expectJson(await get("/decisions"), contract.decisions);
    for (const { id, payload, payloadDigest } of entries.slice(0, listLimits.entries)) {
      const exchange = await get(`/decisions/${id}/payload`);
      if (payload === "kept") {
        expectStatus(exchange, 200);
        const found = await digest(exchange.bytes);
        const told = parseReprDigest(exchange.headers.get("Repr-Digest"));
        const expected = `Bytes and Repr-Digest of ${payloadDigest}.`;
        expectThat(exchange, found === payloadDigest, expected);
        expectThat(exchange, found === told, expected, "Repr-Digest");
      } else {
        expectProblem(exchange, payload === "deleted" ? "gone" : "not-found");
      }
    }
  },
};
