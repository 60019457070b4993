import { front, type Loose } from "../../faultyPanel/faults.ts";
import { type Hop, is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { acceptsBody, bodyOf, isDigest } from "./acceptsBody.ts";

const current = async (hop: Hop): Promise<Loose> =>
  (
    await hop.pass({ method: "GET", body: "", headers: { "If-None-Match": null } })
  ).json();

/** A grant is taken for something else than what is in force. */
export const grantBindings: readonly Mistake[] = [
  {
    id: "text-not-compared",
    sentence: "A grant for another text is taken",
    plant: front(async (hop) => {
      const body = bodyOf(hop);
      if (!is.put(hop) || body?.decision !== "granted" || !isDigest(body.textDigest))
        return hop.pass();
      const { texts }: Loose = await (
        await hop.pass({ method: "GET", path: "/policy", body: "" })
      ).json();
      return hop.pass({
        body: JSON.stringify({
          ...body,
          textDigest: texts[body.language]?.digest ?? body.textDigest,
        }),
      });
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
    plant: front(async (hop) => {
      const body = bodyOf(hop);
      if (!is.put(hop) || body?.decision !== "granted") return hop.pass();
      const { texts }: Loose = await (
        await hop.pass({ method: "GET", path: "/policy", body: "" })
      ).json();
      const found = ["de", "en"].find((one) => texts[one].digest === body.textDigest);
      return hop.pass({
        body: JSON.stringify({ ...body, language: found ?? body.language }),
      });
    }),
  },
  {
    id: "payload-not-compared",
    sentence: "A grant for other bytes is taken",
    plant: front(async (hop) => {
      const body = bodyOf(hop);
      if (!is.put(hop) || body?.decision !== "granted" || !isDigest(body.payloadDigest))
        return hop.pass();
      const payload = await hop.pass({
        method: "GET",
        path: hop.path.replace("decision", "payload"),
        body: "",
        headers: { "If-None-Match": null },
      });
      const digest = payload.headers.get("Repr-Digest");
      return hop.pass({ body: JSON.stringify({ ...body, payloadDigest: digest }) });
    }),
  },
  {
    id: "payload-of-the-other-purpose",
    sentence: "A grant for the bytes of another purpose is taken",
    plant: front(async (hop) => {
      const body = bodyOf(hop);
      if (!is.put(hop) || body?.decision !== "granted") return hop.pass();
      const ofOthers = await Promise.all(
        ["crash-reports", "server-statistics"].map(async (id) =>
          (
            await hop.pass({ method: "GET", path: `/purposes/${id}/payload`, body: "" })
          ).headers.get("Repr-Digest"),
        ),
      );
      if (!ofOthers.includes(body.payloadDigest)) return hop.pass();
      const own = await hop.pass({
        method: "GET",
        path: hop.path.replace("decision", "payload"),
        body: "",
      });
      return hop.pass({
        body: JSON.stringify({
          ...body,
          payloadDigest: own.headers.get("Repr-Digest"),
        }),
      });
    }),
  },
  {
    id: "bytes-before-the-uuid",
    sentence: "A grant given again for the bytes before there was a UUID is taken",
    plant: front(async (hop) => {
      const body = bodyOf(hop);
      if (!is.put(hop) || body?.decision !== "granted") return hop.pass();
      const decision = await current(hop);
      if (decision.status !== "granted" || body.payloadDigest !== decision.payloadDigest)
        return hop.pass();
      const own = await hop.pass({
        method: "GET",
        path: hop.path.replace("decision", "payload"),
        body: "",
      });
      return hop.pass({
        body: JSON.stringify({
          ...body,
          payloadDigest: own.headers.get("Repr-Digest"),
        }),
      });
    }),
  },
];
