import { people } from "../../../../src/testing/fixtures.ts";
import { type Plant, takes } from "../../faultyPanel/faults.ts";
import { all, type Where } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { adminCookie, isNobody } from "./sessions.ts";

const isKnown: Where = ({ headers }) =>
  Object.keys(people).some((id) => headers.get("Cookie") === `session=${id}`);

const cookieIs = (isTaken: (cookie: string) => boolean): Plant =>
  takes((hop) => !isKnown(hop) && isTaken(hop.headers.get("Cookie") ?? ""), {
    headers: adminCookie,
  });

/** Something signs in that is no session. */
export const forgedSessions: readonly Mistake[] = [
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
      all(isNobody, ({ query }) => query.has("session")),
      { headers: adminCookie },
    ),
  },
];
