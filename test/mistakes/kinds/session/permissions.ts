import { confuses, front, type Plant, takes } from "../../faultyPanel/faults.ts";
import { all, any, is, type Where } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { open } from "./open.ts";
import { adminCookie, isAuditor } from "./sessions.ts";

const lets = (where: Where): Plant =>
  takes(all(isAuditor, where), { headers: adminCookie });

/** Somebody decides who may not. */
export const permissions: readonly Mistake[] = [
  {
    id: "put-of-auditor",
    sentence: "A person who may look gives and refuses consent",
    plant: lets(is.put),
  },
  {
    id: "delete-of-auditor",
    sentence: "A person who may look withdraws",
    plant: lets(is.remove),
  },
  {
    id: "post-of-auditor",
    sentence: "A person who may look decides by POST",
    plant: lets(is.post),
  },
  {
    id: "name-by-auditor",
    sentence: "A person who may look erases a name",
    plant: lets(is.eraseName),
  },
  {
    id: "put-of-nobody",
    sentence: "Nobody signed in gives consent",
    plant: open(is.put),
  },
  {
    id: "delete-of-nobody",
    sentence: "Nobody signed in withdraws",
    plant: open(is.remove),
  },
  {
    id: "post-of-nobody",
    sentence: "Nobody signed in decides by POST",
    plant: open(is.post),
  },
  {
    id: "name-by-nobody",
    sentence: "Nobody signed in erases a name",
    plant: open(is.eraseName),
  },
  {
    id: "body-before-permission",
    sentence: "A person who may look is told what is wrong with a body",
    plant: front(async (hop) => {
      const answer = await hop.pass();
      if (answer.status !== 403 || !isAuditor(hop) || !any(is.put, is.post)(hop))
        return answer;
      const heard = await hop.pass({ headers: { ...adminCookie, "If-Match": null } });
      return heard.status === 400 || heard.status === 415 ? heard : answer;
    }),
  },
  {
    id: "permission-before-purpose",
    sentence: "A person who may look is told 403 of a purpose that there is not",
    plant: confuses(
      "not-found",
      "not-permitted",
      all(isAuditor, is.ofDecision, is.write),
    ),
  },
];
