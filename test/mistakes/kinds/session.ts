import { people } from "../../../src/testing/fixtures.ts";
import type { KindOfMistakes } from "../mistake.ts";
import {
  answers,
  confuses,
  front,
  type Plant,
  problem,
  says,
  takes,
  tells,
} from "../world/faults.ts";
import { all, any, is, type Where } from "../world/hop.ts";

const admin = { Cookie: "session=admin" };
const auditor: Where = ({ headers }) => headers.get("Cookie") === "session=auditor";
const nobody: Where = ({ headers }) => !headers.has("Cookie");
const isKnown: Where = ({ headers }) =>
  Object.keys(people).some((id) => headers.get("Cookie") === `session=${id}`);

/** Tells to whoever asks. */
const open = (where: Where): Plant => takes(all(nobody, where), { headers: admin });
const lets = (where: Where): Plant => takes(all(auditor, where), { headers: admin });
const cookieIs = (isTaken: (cookie: string) => boolean): Plant =>
  takes((hop) => !isKnown(hop) && isTaken(hop.headers.get("Cookie") ?? ""), {
    headers: admin,
  });

export const sessionMistakes: KindOfMistakes = {
  kind: "session",
  mistakes: [
    {
      id: "purposes-open",
      sentence: "The purposes are told without a session",
      plant: open(is.purposes),
    },
    {
      id: "decision-open",
      sentence: "A decision is told without a session",
      plant: open(all(is.decision, is.get)),
    },
    {
      id: "payload-open",
      sentence: "A payload is told without a session",
      plant: open(all(is.payload, is.get)),
    },
    {
      id: "history-open",
      sentence: "The history is told without a session",
      plant: open(all(is.history, is.get)),
    },
    {
      id: "agreed-open",
      sentence: "Agreed bytes are told without a session",
      plant: open(is.agreed),
    },
    {
      id: "log-open",
      sentence: "The log is told without a session",
      plant: open(is.log),
    },
    {
      id: "sent-open",
      sentence: "The body of an attempt is told without a session",
      plant: open(is.sent),
    },
    {
      id: "receipt-open",
      sentence: "A receipt is told without a session",
      plant: open(is.receipt),
    },
    {
      id: "chain-open",
      sentence: "The chain is told without a session",
      plant: open(is.chain),
    },
    { id: "head-open", sentence: "HEAD needs no session", plant: open(is.head) },
    {
      id: "head-of-payload-open",
      sentence: "HEAD of a payload needs no session",
      plant: open(all(is.head, is.payload)),
    },
    {
      id: "conditional-open",
      sentence: "A read with If-None-Match needs no session",
      plant: open(({ headers }) => headers.has("If-None-Match")),
    },
    {
      id: "second-page-open",
      sentence: "A page after the first needs no session",
      plant: open(({ query }) => query.has("after")),
    },
    {
      id: "fresh-open",
      sentence: "A read with ?fresh needs no session",
      plant: open(({ query }) => query.has("fresh")),
    },
    {
      id: "unknown-id-open",
      sentence: "Whoever is not signed in is told which entries there are",
      plant: front(async (hop) => {
        if (!nobody(hop) || !any(is.agreed, is.sent, is.receipt)(hop)) return hop.pass();
        const answer = await hop.pass({ headers: admin });
        return answer.status === 404 ? answer : hop.pass();
      }),
    },
    {
      id: "any-cookie",
      sentence: "Any cookie signs in",
      plant: cookieIs((cookie) => cookie !== ""),
    },
    {
      id: "any-session",
      sentence: "Any session of the right name signs in",
      plant: cookieIs((cookie) => cookie.startsWith("session=")),
    },
    {
      id: "session-by-prefix",
      sentence: "A session that begins with a right one signs in",
      plant: cookieIs((cookie) => cookie.startsWith("session=admin")),
    },
    {
      id: "empty-session",
      sentence: "An empty session signs in",
      plant: cookieIs((cookie) => cookie === "session="),
    },
    {
      id: "cookie-in-query",
      sentence: "A session in the query signs in",
      plant: takes(
        all(nobody, ({ query }) => query.has("session")),
        { headers: admin },
      ),
    },
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
      id: "payload-not-for-auditor",
      sentence: "A person who may look is told no payload",
      plant: says(all(auditor, is.payload), () => problem("not-permitted")),
    },
    {
      id: "history-not-for-auditor",
      sentence: "A person who may look is told no history",
      plant: says(all(auditor, is.history), () => problem("not-permitted")),
    },
    {
      id: "receipt-not-for-auditor",
      sentence: "A person who may look is told no receipt",
      plant: says(all(auditor, is.receipt), () => problem("not-permitted")),
    },
    {
      id: "log-empty-for-auditor",
      sentence: "A person who may look is told an empty log",
      plant: tells(all(auditor, is.log), (body) => ({
        ...body,
        entries: [],
        next: null,
      })),
    },
    {
      id: "auditor-may-decide",
      sentence: "A person who may look is told to be one who may decide",
      plant: tells(all(auditor, is.purposes), (body) => ({
        ...body,
        viewer: { ...body.viewer, mayDecide: true },
      })),
    },
    {
      id: "viewer-of-another",
      sentence: "The viewer is always the administrator",
      plant: tells(is.purposes, (body) => ({
        ...body,
        viewer: { ...body.viewer, id: "admin", name: "Admin" },
      })),
    },
    {
      id: "viewer-without-name",
      sentence: "The name of the viewer is the id of the session",
      plant: tells(is.purposes, (body) => ({
        ...body,
        viewer: { ...body.viewer, id: `session-${body.viewer.id}` },
      })),
    },
    {
      id: "policy-needs-session",
      sentence: "The policy needs a session",
      plant: says(all(nobody, is.policy), () => problem("not-signed-in")),
    },
    {
      id: "text-needs-session",
      sentence: "The texts need a session",
      plant: says(all(nobody, is.text), () => problem("not-signed-in")),
    },
    {
      id: "not-found-before-session",
      sentence: "What is not there is told before the session",
      plant: confuses("not-signed-in", "not-found", ({ path }) =>
        path.includes("no-such"),
      ),
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
      id: "body-before-permission",
      sentence: "A person who may look is told what is wrong with a body",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        if (answer.status !== 403 || !auditor(hop) || !any(is.put, is.post)(hop))
          return answer;
        const heard = await hop.pass({ headers: { ...admin, "If-Match": null } });
        return heard.status === 400 || heard.status === 415 ? heard : answer;
      }),
    },
    {
      id: "permission-before-purpose",
      sentence: "A person who may look is told 403 of a purpose that there is not",
      plant: confuses(
        "not-found",
        "not-permitted",
        all(auditor, is.ofDecision, is.write),
      ),
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
  ],
};
