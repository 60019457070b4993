import { parseReprDigest } from "../../../../payload/digest.ts";
import { stateRule } from "../../defineRules.ts";

export const attemptBytes = stateRule(
  {
    id: "attempt-bytes",
    title: "A body is as long as the log says, with the digest that it says, and JSON",
    section: "docs/panel-api.md#the-payload",
    remedy: "Keep the bytes as they leave, and count bytes, not characters.",
    occasion:
      "an attempt in the log whose bytes are kept: set up a vendor, or use --receive",
  },
  ({ log, bodies }, expect) => {
    for (const { id, size, digest, body } of log.value?.entries ?? []) {
      const exchange = bodies.get(id);
      if (!exchange || body !== "kept" || exchange.status !== 200) continue;
      expect(
        log.exchange,
        exchange.bytes.length === size,
        `A size of ${exchange.bytes.length}.`,
      );
      const stated = parseReprDigest(exchange.headers.get("Repr-Digest"));
      expect(exchange, stated === digest, `Repr-Digest ${digest}.`, "Repr-Digest");
    }
  },
);
