import { digest, parseReprDigest } from "../../../../payload/digest.ts";
import type { Exchange } from "../../exchange.ts";
import { expectProblem, expectStatus, expectThat } from "../../expectations.ts";

/** The bytes that an entry says are kept, with the digest that it states; or why there are none. */
export async function expectKeptBytes(
  exchange: Exchange,
  kept: string,
  stated: string | null,
): Promise<void> {
  if (kept !== "kept") {
    expectProblem(exchange, kept === "deleted" ? "gone" : "not-found");
    return;
  }
  expectStatus(exchange, 200);
  const found = await digest(exchange.bytes);
  const told = parseReprDigest(exchange.headers.get("Repr-Digest"));
  const expected = `Bytes and Repr-Digest of ${stated}.`;
  expectThat(exchange, found === stated, expected);
  expectThat(exchange, found === told, expected, "Repr-Digest");
}
