import { answers, confuses, front, problem, says } from "../../faultyPanel/faults.ts";
import { all, any, is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { isNobody } from "./sessions.ts";

/** Who is not signed in is answered wrongly, or a cookie can be stolen. */
export const signInAnswers: readonly Mistake[] = [
  {
    id: "policy-needs-session",
    sentence: "The policy needs a session",
    plant: says(all(isNobody, is.policy), () => problem("not-signed-in")),
  },
  {
    id: "text-needs-session",
    sentence: "The texts need a session",
    plant: says(all(isNobody, is.text), () => problem("not-signed-in")),
  },
  {
    id: "not-found-before-session",
    sentence: "What is not there is told before the session",
    plant: confuses("not-signed-in", "not-found", ({ path }) => path.includes("no-such")),
  },
  {
    id: "forbidden-for-nobody",
    sentence: "Nobody signed in is told 403",
    plant: confuses("not-signed-in", "not-permitted", any(is.decision, is.history)),
  },
  {
    id: "sign-in-page",
    sentence: "Nobody signed in is led to a page",
    plant: front(async (hop) => {
      const answer = await hop.pass();
      return answer.status === 401 && is.receipt(hop)
        ? new Response(null, { status: 302, headers: { Location: "/login" } })
        : answer;
    }),
  },
  {
    id: "cookie-not-strict",
    sentence:
      "The session is set again with each answer, for scripts and other sites too",
    plant: answers(is.purposes, { headers: { "Set-Cookie": "session=admin; Path=/" } }),
  },
  {
    id: "cookie-for-scripts",
    sentence: "A cookie of the session can be read by scripts",
    plant: answers(is.decision, {
      headers: { "Set-Cookie": "session=admin; Path=/; SameSite=Strict" },
    }),
  },
];
