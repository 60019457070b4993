import { describe, expect, test } from "vitest";
import { broken, type Exchange, type Session } from "../exchange.ts";
import { causeOf } from "./causeOf.ts";
import type { FindingKind } from "./findingWords.ts";

/** A page of a list that was told where the cursor is none. */
function toldTo(session: Session): Exchange {
  const url = "https://panel.test/api/privacy/decisions?after=x";
  const request = { method: "GET", url, session, headers: {}, body: null };
  const answer = { status: 200, headers: new Headers(), text: "{}", took: 1 };
  return { request, session, ...answer, bytes: new TextEncoder().encode("{}") };
}

describe("where a session is ignored", () => {
  test.each<[Session, FindingKind | undefined]>([
    ["none", "session-ignored"],
    ["read-only", "session-ignored"],
    ["deciding", undefined],
  ])("a page that is not there, told to %s, has the cause %s", (session, kind) => {
    const found = new Set<FindingKind>(["session-ignored"]);

    expect(causeOf(broken(toldTo(session), "400"), found)?.kind).toBe(kind);
  });

  test("a store that goes by the path tells it to everybody, for any host", () => {
    const found = new Set<FindingKind>(["session-ignored", "host-not-checked"]);

    expect(causeOf(broken(toldTo("deciding"), "400"), found)?.kind).toBe(
      "session-ignored",
    );
  });
});
