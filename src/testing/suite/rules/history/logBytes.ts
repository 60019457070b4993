import { digest, parseReprDigest } from "../../../../payload/digest.ts";
import type { ContractRule } from "../../contractRule.ts";
import {
  expectJson,
  expectProblem,
  expectStatus,
  expectThat,
} from "../../expectations.ts";
import { listLimits } from "../../listLimits.ts";
import { NotTried } from "../../notTried.ts";
import { requireResource } from "../../requireResource.ts";

export const logBytes: ContractRule = {
  id: "log-bytes",
  title: "The bytes of an attempt are those whose digest the log states, or 410",
  section: "docs/panel-api.md#the-history-and-the-log",
  remedy:
    "Keep the bytes as they leave, and their digest with them; answer 410 gone once they are deleted.",
  needs: ["read"],
  async check(context) {
    const { get, contract } = context;
    await requireResource(context, "/transmissions");
    const page = expectJson(await get("/transmissions"), contract.transmissions);
    if (page.entries.length === 0) throw new NotTried("Nothing was sent yet.");
    for (const { id, body, digest: stated } of page.entries.slice(
      0,
      listLimits.entries,
    )) {
      const exchange = await get(`/transmissions/${id}/body`);
      if (body === "kept") {
        expectStatus(exchange, 200);
        const found = await digest(exchange.bytes);
        const told = parseReprDigest(exchange.headers.get("Repr-Digest"));
        const expected = `Bytes and Repr-Digest of ${stated}.`;
        expectThat(exchange, found === stated, expected);
        expectThat(exchange, found === told, expected, "Repr-Digest");
      } else {
        expectProblem(exchange, body === "deleted" ? "gone" : "not-found");
      }
    }
  },
};
