import {
  altered,
  answers,
  front,
  type Plant,
  tellsPurpose,
} from "../../faultyPanel/faults.ts";
import { all, is, type Where } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { tagOf } from "./tagOf.ts";

/** A DELETE whose sequence does not count, where the status stays. */
const written = (method: Where): Plant =>
  answers(all(is.ofDecision, method), { headers: { ETag: null } });

/** A tag is weak, has another form, or lacks. */
export const tagForms: readonly Mistake[] = [
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
];
