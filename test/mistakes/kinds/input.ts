import type { KindOfMistakes } from "../mistake.ts";
import {
  confuses,
  front,
  type Loose,
  type Plant,
  problem,
  says,
  takes,
} from "../world/faults.ts";
import { all, any, asks, type Hop, is } from "../world/hop.ts";

const bodyOf = (hop: Hop): Loose => {
  try {
    return JSON.parse(hop.body);
  } catch {
    return undefined;
  }
};

const isObject = (value: Loose) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Repairs a body that the panel should have turned down. */
const forgives = (
  repair: (body: Loose, hop: Hop) => Loose,
  where = any(is.put, is.post),
): Plant =>
  front(async (hop) => {
    const body = bodyOf(hop);
    if (!where(hop) || !isObject(body)) return hop.pass();
    const repaired = repair(body, hop);
    return repaired === undefined
      ? hop.pass()
      : hop.pass({ body: JSON.stringify(repaired) });
  });

const members = [
  "decision",
  "revision",
  "language",
  "textDigest",
  "payloadDigest",
  "seen",
];
const known = (body: Loose) =>
  Object.fromEntries(Object.entries(body).filter(([name]) => members.includes(name)));
const other = `sha-256=:${"A".repeat(43)}=:`;
const isDigest = (value: Loose) => /^sha-256=:[A-Za-z0-9+/]{43}=:$/.test(value);

/** Reads whatever media type that passes as JSON. */
const readsType = (isRead: (type: string) => boolean): Plant =>
  takes((hop) => isRead(hop.headers.get("Content-Type") ?? ""), {
    headers: { "Content-Type": "application/json" },
  });

const current = async (hop: Hop): Promise<Loose> =>
  (
    await hop.pass({ method: "GET", body: "", headers: { "If-None-Match": null } })
  ).json();

export const inputMistakes: KindOfMistakes = {
  kind: "input",
  mistakes: [
    {
      id: "unknown-member-in-grant",
      sentence: "A grant with a member that the contract does not have is accepted",
      plant: forgives((body) => (body.decision === "granted" ? known(body) : undefined)),
    },
    {
      id: "unknown-member-in-refusal",
      sentence: "A refusal with a member that the contract does not have is accepted",
      plant: forgives((body) => (body.decision === "refused" ? known(body) : undefined)),
    },
    {
      id: "payload-digest-in-refusal",
      sentence: "A refusal with the digest of a payload is accepted",
      plant: forgives(({ payloadDigest: _digest, ...body }) =>
        body.decision === "refused" ? body : undefined,
      ),
    },
    {
      id: "unknown-language",
      sentence: "A language that the contract does not have is taken for English",
      plant: forgives((body) =>
        ["de", "en"].includes(body.language) ? undefined : { ...body, language: "en" },
      ),
    },
    {
      id: "language-by-region",
      sentence: "de-AT is taken for de",
      plant: forgives((body) =>
        /^(de|en)-/.test(body.language)
          ? { ...body, language: body.language.slice(0, 2) }
          : undefined,
      ),
    },
    {
      id: "malformed-digest-of-refusal",
      sentence: "A refusal with something else than a digest is recorded",
      plant: forgives((body) =>
        body.decision === "refused" && !isDigest(body.textDigest)
          ? { ...body, textDigest: other }
          : undefined,
      ),
    },
    {
      id: "malformed-revision",
      sentence: "A revision with spaces in it is recorded",
      plant: forgives((body) =>
        typeof body.revision === "string"
          ? { ...body, revision: body.revision.replaceAll(" ", "-") }
          : undefined,
      ),
    },
    {
      id: "long-revision",
      sentence: "A revision of any length is recorded",
      plant: forgives((body) =>
        typeof body.revision === "string"
          ? { ...body, revision: body.revision.slice(0, 100) }
          : undefined,
      ),
    },
    {
      id: "both-seen-and-digest",
      sentence: "A grant with payloadDigest and seen is accepted",
      plant: forgives(({ seen, ...body }) =>
        seen !== undefined && body.payloadDigest !== undefined ? body : undefined,
      ),
    },
    {
      id: "unknown-seen",
      sentence: "A grant with seen: bytes is accepted",
      plant: forgives(({ seen, ...body }) => (seen === "bytes" ? body : undefined)),
    },
    {
      id: "digest-of-payload-missing",
      sentence: "A grant without payloadDigest is accepted",
      plant: front(async (hop) => {
        const body = bodyOf(hop);
        if (
          !is.put(hop) ||
          body?.decision !== "granted" ||
          body.payloadDigest ||
          body.seen
        )
          return hop.pass();
        const payload = await hop.pass({
          method: "GET",
          path: hop.path.replace("decision", "payload"),
          body: "",
        });
        return hop.pass({
          body: JSON.stringify({
            ...body,
            payloadDigest: payload.headers.get("Repr-Digest"),
          }),
        });
      }),
    },
    {
      id: "kinds-without-leave",
      sentence: "Consent to the kinds of values is malformed in place of not allowed",
      plant: confuses("payload-not-seen", "malformed-body", is.put),
    },
    {
      id: "decision-in-any-case",
      sentence: "GRANTED is taken for granted",
      plant: forgives((body) =>
        typeof body.decision === "string"
          ? { ...body, decision: body.decision.toLowerCase() }
          : undefined,
      ),
    },
    {
      id: "decision-missing",
      sentence: "A body that does not say what is decided is a refusal",
      plant: forgives((body) =>
        body.decision === undefined
          ? { decision: "refused", ...body, payloadDigest: undefined }
          : undefined,
      ),
    },
    {
      id: "withdrawn-by-put",
      sentence: "A PUT of withdrawn withdraws",
      plant: front(async (hop) =>
        is.put(hop) && bodyOf(hop)?.decision === "withdrawn"
          ? hop.pass({ method: "DELETE", body: "" })
          : hop.pass(),
      ),
    },
    {
      id: "empty-body",
      sentence: "A PUT without a body changes nothing and answers 200",
      plant: front(async (hop) =>
        is.put(hop) && hop.body === ""
          ? hop.pass({ method: "GET", body: "" })
          : hop.pass(),
      ),
    },
    {
      id: "array-body",
      sentence: "A body that is a list with the decision in it is read",
      plant: front(async (hop) => {
        const body = bodyOf(hop);
        return is.put(hop) && Array.isArray(body)
          ? hop.pass({ method: "GET", body: "" })
          : hop.pass();
      }),
    },
    {
      id: "null-body",
      sentence: "A body of null fails with 500",
      plant: front(async (hop) =>
        any(is.put, is.post)(hop) && hop.body === "null"
          ? problem("internal-error")
          : hop.pass(),
      ),
    },
    {
      id: "broken-json",
      sentence: "JSON that is none fails with 500",
      plant: confuses(
        "malformed-body",
        "internal-error",
        (hop) => hop.body !== "" && bodyOf(hop) === undefined,
      ),
    },
    {
      id: "unprocessable",
      sentence: "A malformed body is answered 422",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        if (answer.status !== 400 || !is.put(hop)) return answer;
        return new Response(await answer.text(), {
          status: 422,
          headers: answer.headers,
        });
      }),
    },
    {
      id: "invalid-utf8",
      sentence: "A body that is not UTF-8 is read as if it were",
      plant: front(async (hop) =>
        any(is.put, is.post)(hop) && hop.body.includes("\ufffd")
          ? hop.pass({ method: "GET", body: "" })
          : hop.pass(),
      ),
    },
    {
      id: "form-is-json",
      sentence: "A form is read as JSON",
      plant: readsType((type) => type.includes("form")),
    },
    {
      id: "text-is-json",
      sentence:
        "text/plain is read as JSON, which another site can send without being asked",
      plant: readsType((type) => type.startsWith("text/plain")),
    },
    {
      id: "json-by-prefix",
      sentence: "application/json-patch+json is read as JSON",
      plant: readsType((type) => type.startsWith("application/json")),
    },
    {
      id: "json-anywhere",
      sentence: "text/plain; a=application/json is read as JSON",
      plant: readsType((type) => type.includes("application/json")),
    },
    {
      id: "no-type-is-json",
      sentence: "A body of no media type is read as JSON",
      plant: readsType((type) => type === ""),
    },
    {
      id: "large-body-read",
      sentence: "A body of a mebibyte is read to its end and then malformed",
      plant: confuses("body-too-large", "malformed-body", is.ofDecision),
    },
    {
      id: "large-valid-body",
      sentence: "A decision behind a mebibyte of spaces is taken",
      plant: takes(
        (hop) => hop.body.length > 16_384,
        (hop) => ({ body: hop.body.trim() }),
      ),
    },
    {
      id: "refusal-of-old-text-refused",
      sentence: "A refusal of a text that is not the current one is turned down",
      plant: front(async (hop) => {
        const body = bodyOf(hop);
        if (!is.put(hop) || body?.decision !== "refused") return hop.pass();
        const { texts }: Loose = await (
          await hop.pass({ method: "GET", path: "/policy", body: "" })
        ).json();
        return Object.values(texts).some((one: Loose) => one.digest === body.textDigest)
          ? hop.pass()
          : problem("policy-changed");
      }),
    },
    {
      id: "refusal-of-old-revision-refused",
      sentence: "A refusal of another revision is turned down",
      plant: front(async (hop) => {
        const body = bodyOf(hop);
        const isOther =
          is.put(hop) &&
          body?.decision === "refused" &&
          body.revision !== "2025-07-24" &&
          /^[\w.-]+$/.test(body.revision ?? " ");
        return isOther ? problem("policy-changed") : hop.pass();
      }),
    },
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
      plant: forgives((body) =>
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
        if (
          decision.status !== "granted" ||
          body.payloadDigest !== decision.payloadDigest
        )
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
    {
      id: "fresh-refused",
      sentence: "A member of the query that is not known is turned down",
      plant: says(
        all(is.read, ({ query }) => query.has("fresh")),
        () => problem("malformed-body"),
      ),
    },
    {
      id: "fresh-shifts",
      sentence: "A list with a member of the query that is not known is not found",
      plant: says(
        all(any(is.history, is.log), ({ query }) =>
          [...query.keys()].some((name) => name !== "after"),
        ),
        () => problem("not-found"),
      ),
    },
    {
      id: "put-with-query-refused",
      sentence: "A decision with a query is not found",
      plant: says(
        all(is.ofDecision, is.read, ({ query }) => query.size > 0),
        () => problem("not-found"),
      ),
    },
    {
      id: "accept-decides",
      sentence: "A read that accepts only JSON-LD is turned down",
      plant: says(
        all(
          is.receipt,
          ({ headers }) => !/json|\*\/\*|^$/.test(headers.get("Accept") ?? ""),
        ),
        () => new Response("", { status: 406 }),
      ),
    },
    {
      id: "refusal-in-grant",
      sentence: "A refusal that a grant overtook is taken",
      plant: front(async (hop) => {
        if (!is.put(hop) || !asks("refused")(hop)) return hop.pass();
        const now = await hop.pass({
          method: "GET",
          body: "",
          headers: { "If-None-Match": null },
        });
        return hop.headers.get("If-Match") === null
          ? hop.pass()
          : hop.pass({ headers: { "If-Match": now.headers.get("ETag") } });
      }),
    },
  ],
};
