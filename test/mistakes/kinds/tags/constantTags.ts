import {
  altered,
  answers,
  front,
  type Loose,
  type Plant,
} from "../../faultyPanel/faults.ts";
import { type Hop, is, type Where } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { tagOf } from "./tagOf.ts";

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

/** A tag does not change with what it names, or changes without it. */
export const constantTags: readonly Mistake[] = [
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
];
