import { sha256Digest } from "../../../src/panel/sha256.ts";
import type { KindOfMistakes } from "../mistake.ts";
import {
  altered,
  answers,
  confuses,
  front,
  type Loose,
  type Plant,
  takes,
  tellsPurpose,
} from "../world/faults.ts";
import { all, any, asks, type Hop, is, type Where } from "../world/hop.ts";

/** One tag whatever is told, and 304 to whoever has it. */
const constantTag = (
  where: Where,
  tagOf: (text: string, hop: Hop) => string = () => '"1"',
): Plant =>
  front(async (hop) => {
    if (!where(hop)) return hop.pass();
    const answer = await hop.pass({ headers: { "If-None-Match": null } });
    if (answer.status !== 200) return answer;
    const tag = tagOf(await answer.clone().text(), hop);
    const known = hop.headers.get("If-None-Match") === tag;
    return altered(answer, { headers: { ETag: tag }, status: known ? 304 : 200 });
  });

const neverKnown = (where: Where): Plant =>
  takes(where, { headers: { "If-None-Match": null } });

const tagOf = (value: unknown) => `"${sha256Digest(JSON.stringify(value)).slice(9, 20)}"`;

const knowsOnly = (condition: (given: string) => boolean): Plant =>
  takes(
    ({ headers, method }) =>
      method === "GET" && !condition(headers.get("If-None-Match") ?? '"x"'),
    {
      headers: { "If-None-Match": null },
    },
  );

const currentTag = async (hop: Hop) =>
  (
    await hop.pass({ method: "GET", headers: { "If-None-Match": null }, body: "" })
  ).headers.get("ETag");

/** Lets a write pass whose tag is taken for the current one. */
const takesTag = (isTaken: (given: string | null, current: string) => boolean): Plant =>
  front(async (hop) => {
    if (!is.put(hop)) return hop.pass();
    const current = await currentTag(hop);
    const given = hop.headers.get("If-Match");
    return isTaken(given, current ?? "")
      ? hop.pass({ headers: { "If-Match": current } })
      : hop.pass();
  });

const numberOf = (tag: string | null) => Number(/\d+/.exec(tag ?? "")?.[0] ?? Number.NaN);

/** A DELETE whose sequence does not count, where the status stays. */
const written = (method: Where): Plant =>
  answers(all(is.ofDecision, method), { headers: { ETag: null } });

export const tagMistakes: KindOfMistakes = {
  kind: "tags",
  mistakes: [
    {
      id: "constant-tag-on-purposes",
      sentence: "The purposes have the same tag whatever they are",
      plant: constantTag(is.purposes),
    },
    {
      id: "constant-tag-on-history",
      sentence: "The history has the same tag whatever was added",
      plant: constantTag(is.history),
    },
    {
      id: "constant-tag-on-log",
      sentence: "The log has the same tag whatever was sent",
      plant: constantTag(is.log),
    },
    {
      id: "constant-tag-on-payload",
      sentence: "A payload has the same tag whatever it is",
      plant: constantTag(is.payload),
    },
    {
      id: "constant-tag-on-chain",
      sentence: "The chain has the same tag whatever was added",
      plant: constantTag(is.chain),
    },
    {
      id: "tag-of-decisions-alone",
      sentence: "The tag of the purposes does not change with deletions and sends",
      plant: constantTag(is.purposes, (text) => {
        const { purposes } = JSON.parse(text);
        return tagOf(Object.values(purposes).map((one: Loose) => one.decision));
      }),
    },
    {
      id: "tag-without-viewer",
      sentence: "The purposes have one tag for viewers who are told different things",
      plant: constantTag(is.purposes, (text) => {
        const { viewer: _viewer, ...rest } = JSON.parse(text);
        return tagOf(rest);
      }),
    },
    {
      id: "tag-of-size",
      sentence: "The tag of the payload is its size",
      plant: constantTag(is.payload, (text) => `"${text.length}"`),
    },
    {
      id: "tag-of-newest-page",
      sentence: "Every page of the history has the tag of the newest",
      plant: constantTag(
        is.history,
        (_text, hop) => `"${hop.store.readNow().store.counter}"`,
      ),
    },
    {
      id: "random-tag-on-history",
      sentence: "The history has another tag each time",
      plant: answers(is.history, { headers: { ETag: '"x"' } }),
    },
    {
      id: "known-with-body",
      sentence: "304 comes with a body",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        if (answer.status !== 304 || !is.purposes(hop)) return answer;
        const body = new Response("{}", { status: 200, headers: answer.headers });
        Object.defineProperty(body, "status", { value: 304 });
        return body;
      }),
    },
    {
      id: "known-without-tag",
      sentence: "304 comes without ETag",
      plant: answers(is.get, { headers: { ETag: null } }, ({ status }) => status === 304),
    },
    {
      id: "always-known",
      sentence: "Whatever If-None-Match names, the answer is 304",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        return is.decision(hop) &&
          answer.status === 200 &&
          hop.headers.has("If-None-Match")
          ? altered(answer, { status: 304 })
          : answer;
      }),
    },
    {
      id: "never-known-log",
      sentence: "The log never answers 304",
      plant: neverKnown(is.log),
    },
    {
      id: "never-known-receipt",
      sentence: "Receipts never answer 304",
      plant: neverKnown(is.receipt),
    },
    {
      id: "never-known-text",
      sentence: "Texts never answer 304",
      plant: neverKnown(is.text),
    },
    {
      id: "never-known-chain",
      sentence: "The chain never answers 304",
      plant: neverKnown(is.chain),
    },
    {
      id: "never-known-sent",
      sentence: "Bodies that were sent never answer 304",
      plant: neverKnown(is.sent),
    },
    {
      id: "never-known-payload",
      sentence: "Payloads never answer 304",
      plant: neverKnown(is.payload),
    },
    {
      id: "never-known-agreed",
      sentence: "Agreed bytes never answer 304",
      plant: neverKnown(is.agreed),
    },
    {
      id: "known-not-to-head",
      sentence: "HEAD does not answer 304",
      plant: neverKnown(is.head),
    },
    {
      id: "list-of-tags-not-read",
      sentence: "If-None-Match with several tags is not read",
      plant: knowsOnly((given) => !given.includes(",")),
    },
    {
      id: "weak-tag-not-known",
      sentence: "If-None-Match with a tag that a proxy weakened is not known",
      plant: knowsOnly((given) => !given.startsWith("W/")),
    },
    {
      id: "coded-tag-not-known",
      sentence: "If-None-Match with a tag that a proxy named the coding in is not known",
      plant: knowsOnly((given) => !given.includes("-gzip")),
    },
    {
      id: "weak-tag-on-purposes",
      sentence: "The tag of the purposes is weak",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        const tag = answer.headers.get("ETag");
        return is.purposes(hop) && tag
          ? altered(answer, { headers: { ETag: `W/${tag}` } })
          : answer;
      }),
    },
    {
      id: "weak-tag-on-receipts",
      sentence: "The tag of a receipt is weak",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        const tag = answer.headers.get("ETag");
        return is.receipt(hop) && tag
          ? altered(answer, { headers: { ETag: `W/${tag}` } })
          : answer;
      }),
    },
    {
      id: "unquoted-tag",
      sentence: "The tag of the history has no quotes",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        const tag = answer.headers.get("ETag");
        return is.history(hop) && tag
          ? altered(answer, { headers: { ETag: tag.replaceAll('"', "") } })
          : answer;
      }),
    },
    {
      id: "decision-tag-of-content",
      sentence: "The tag of a decision is a digest, not its sequence",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        return is.decision(hop) && answer.status === 200
          ? altered(answer, { headers: { ETag: tagOf(await answer.clone().text()) } })
          : answer;
      }),
    },
    {
      id: "etag-member-behind",
      sentence: "The etag among the purposes is that of the decision before",
      plant: tellsPurpose(({ decision }) => ({
        etag: `"${Math.max(0, decision.sequence - 1)}"`,
      })),
    },
    {
      id: "no-tag-after-put",
      sentence: "The answer to a PUT has no ETag",
      plant: written(is.put),
    },
    {
      id: "no-tag-after-delete",
      sentence: "The answer to a DELETE has no ETag",
      plant: written(is.remove),
    },
    {
      id: "no-tag-after-post",
      sentence: "The answer to a POST has no ETag",
      plant: written(is.post),
    },
    {
      id: "no-tag-to-head",
      sentence: "HEAD tells no ETag",
      plant: answers(is.head, { headers: { ETag: null } }),
    },
    {
      id: "no-tag-on-receipts",
      sentence: "A receipt has no ETag",
      plant: answers(is.receipt, { headers: { ETag: null } }),
    },
    {
      id: "any-decision-matches",
      sentence: "If-Match: * is accepted",
      plant: takesTag((given) => given === "*"),
    },
    {
      id: "older-tag-matches",
      sentence: "An If-Match of an earlier decision is accepted",
      plant: takesTag((given, current) => numberOf(given) <= numberOf(current)),
    },
    {
      id: "later-tag-matches",
      sentence: "An If-Match of a later decision is accepted",
      plant: takesTag((given, current) => numberOf(given) >= numberOf(current)),
    },
    {
      id: "tag-with-prefix-matches",
      sentence: "An If-Match that begins with the tag's number is accepted",
      plant: takesTag((given, current) =>
        String(numberOf(given)).startsWith(String(numberOf(current))),
      ),
    },
    {
      id: "no-tag-matches",
      sentence: "A grant without If-Match is accepted",
      plant: takesTag((given) => given === null),
    },
    {
      id: "refusal-without-tag",
      sentence: "A refusal without If-Match is accepted",
      plant: front(async (hop) =>
        is.put(hop) && asks("refused")(hop)
          ? hop.pass({ headers: { "If-Match": await currentTag(hop) } })
          : hop.pass(),
      ),
    },
    {
      id: "weakened-tag-stale",
      sentence: "An If-Match that a proxy weakened is stale",
      plant: takes(
        all(
          any(is.put, is.post),
          ({ headers }) => headers.get("If-Match")?.startsWith("W/") ?? false,
        ),
        { headers: { "If-Match": '"stale"' } },
      ),
    },
    {
      id: "coded-tag-stale",
      sentence: "An If-Match that a proxy named the coding in is stale",
      plant: takes(
        all(
          any(is.put, is.post),
          ({ headers }) => headers.get("If-Match")?.includes("-gzip") ?? false,
        ),
        { headers: { "If-Match": '"stale"' } },
      ),
    },
    {
      id: "stale-as-conflict",
      sentence: "A stale If-Match is answered 409",
      plant: confuses("decision-changed", "policy-changed", is.put),
    },
  ],
};
