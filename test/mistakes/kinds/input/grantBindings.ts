import { jsonNow, payloadDigestNow, readNow } from "../../faultyPanel/readNow.ts";
import type { Mistake } from "../../mistake.ts";
import { acceptsBody, isDigest } from "./acceptsBody.ts";
import { rewritesGrant } from "./rewritesGrant.ts";

/** A grant is taken for something else than what is in force. */
export const grantBindings: readonly Mistake[] = [
  {
    id: "text-not-compared",
    sentence: "A grant for another text is taken",
    plant: rewritesGrant(async ({ textDigest, language }, hop) => {
      if (!isDigest(textDigest)) return undefined;
      const { texts } = await jsonNow(hop, "/policy");
      return { textDigest: texts[language]?.digest ?? textDigest };
    }),
  },
  {
    id: "revision-not-compared",
    sentence: "A grant for another revision is taken",
    plant: acceptsBody((body) =>
      body.decision === "granted" ? { ...body, revision: "2025-07-24" } : undefined,
    ),
  },
  {
    id: "language-not-compared",
    sentence: "A grant in one language with the text of another is taken",
    plant: rewritesGrant(async ({ textDigest, language }, hop) => {
      const { texts } = await jsonNow(hop, "/policy");
      const found = ["de", "en"].find((one) => texts[one].digest === textDigest);
      return { language: found ?? language };
    }),
  },
  {
    id: "payload-not-compared",
    sentence: "A grant for other bytes is taken",
    plant: rewritesGrant(async ({ payloadDigest }, hop) =>
      isDigest(payloadDigest)
        ? { payloadDigest: await payloadDigestNow(hop) }
        : undefined,
    ),
  },
  {
    id: "payload-of-the-other-purpose",
    sentence: "A grant for the bytes of another purpose is taken",
    plant: rewritesGrant(async ({ payloadDigest }, hop) => {
      const ofAll = await Promise.all(
        ["crash-reports", "server-statistics"].map((id) =>
          readNow(hop, `/purposes/${id}/payload`),
        ),
      );
      return ofAll.some(({ headers }) => headers.get("Repr-Digest") === payloadDigest)
        ? { payloadDigest: await payloadDigestNow(hop) }
        : undefined;
    }),
  },
  {
    id: "bytes-before-the-uuid",
    sentence: "A grant given again for the bytes before there was a UUID is taken",
    plant: rewritesGrant(async ({ payloadDigest }, hop) => {
      const decision = await jsonNow(hop);
      return decision.status === "granted" && payloadDigest === decision.payloadDigest
        ? { payloadDigest: await payloadDigestNow(hop) }
        : undefined;
    }),
  },
];
