import { confuses, front, type Plant, takes } from "../../faultyPanel/faults.ts";
import { tagNow } from "../../faultyPanel/readNow.ts";
import { all, any, asks, is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";

/** Lets a write pass whose tag is taken for the current one. */
const takesTag = (isTaken: (given: string | null, current: string) => boolean): Plant =>
  front(async (hop) => {
    if (!is.put(hop)) return hop.pass();
    const current = await tagNow(hop);
    const given = hop.headers.get("If-Match");
    return isTaken(given, current ?? "")
      ? hop.pass({ headers: { "If-Match": current } })
      : hop.pass();
  });

const numberOf = (tag: string | null) => Number(/\d+/.exec(tag ?? "")?.[0] ?? Number.NaN);

/** If-Match is compared wrongly (RFC 9110 § 13.1.1). */
export const preconditions: readonly Mistake[] = [
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
        ? hop.pass({ headers: { "If-Match": await tagNow(hop) } })
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
];
