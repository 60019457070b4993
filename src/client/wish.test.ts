import { describe, expect, test } from "vitest";
import type { DecisionRequest } from "../contract/decisionRequest.ts";
import { PanelProblem, PanelUnreachable } from "./errors.ts";
import {
  isOpen,
  isWithdrawalWished,
  noWish,
  reduceWish,
  type Wish,
  type WishEvent,
} from "./wish.ts";

const since = "2026-11-22T08:00:00.000Z";
const request: DecisionRequest = {
  decision: "granted",
  revision: "2025-07-24",
  language: "de",
  textDigest: `sha-256=:${"A".repeat(43)}=:`,
  payloadDigest: `sha-256=:${"B".repeat(43)}=:`,
};
const lost = new PanelUnreachable(new TypeError("dropped"));
const no = new PanelProblem("locked", 403);

const deciding: Wish = { kind: "deciding", request, sequence: 3 };
const checking: Wish = { kind: "checking", request, sequence: 3, error: lost };
const withdrawing: Wish = { kind: "withdrawing", since, goesOn: "always" };
const anew: Wish = { kind: "decided-anew", since, why: "decided" };
const another: Wish = { kind: "withdrawal-of-another", since };
const failed: Wish = { kind: "failed", of: "granted", error: no };
const missing: Wish = {
  ...{ kind: "failed", of: "granted", error: lost },
  missing: { request, sequence: 3 },
};

const table: readonly [string, Wish, WishEvent, Wish][] = [
  ["a grant is sent", noWish, { type: "decide", request, sequence: 3 }, deciding],
  [
    "a second grant changes nothing",
    deciding,
    { type: "decide", request, sequence: 3 },
    deciding,
  ],
  [
    "a grant does not end a withdrawal",
    withdrawing,
    { type: "decide", request, sequence: 3 },
    withdrawing,
  ],
  [
    "a grant after a failed one is sent",
    failed,
    { type: "decide", request, sequence: 3 },
    deciding,
  ],
  ["the panel has it", deciding, { type: "settled" }, noWish],
  ["no answer: it is being read", deciding, { type: "lost", error: lost }, checking],
  [
    "read, and the panel has it",
    checking,
    { type: "read", has: true, error: lost },
    noWish,
  ],
  [
    "read, and the panel has it not",
    checking,
    { type: "read", has: false, error: lost },
    missing,
  ],
  ["and then it arrived after all", missing, { type: "settled" }, noWish],
  ["the panel says no", deciding, { type: "denied", error: no }, failed],
  [
    "a change of mind wins",
    deciding,
    { type: "withdraw", since, goesOn: "always" },
    withdrawing,
  ],
  [
    "no answer to a withdrawal keeps it",
    withdrawing,
    { type: "lost", error: lost },
    { ...withdrawing, error: lost },
  ],
  ["decided anew asks", withdrawing, { type: "decided-anew", why: "decided" }, anew],
  ["the panel has the withdrawal", withdrawing, { type: "settled" }, noWish],
  [
    "the panel says no to a withdrawal",
    withdrawing,
    { type: "denied", error: no },
    { kind: "failed", of: "withdrawn", error: no },
  ],
  ["a withdrawal of another is shown", noWish, { type: "found-another", since }, another],
  ["and taken note of", another, { type: "dismiss" }, noWish],
  ["what is open cannot be dismissed", withdrawing, { type: "dismiss" }, withdrawing],
  ["what comes too late is not heard", noWish, { type: "settled" }, noWish],
  ["nor is this", noWish, { type: "denied", error: no }, noWish],
];

describe("what becomes of a wish", () => {
  test.each(table)("%s", (_, wish, event, next) => {
    expect(reduceWish(wish, event)).toEqual(next);
  });

  test("the thumb is off for every withdrawal that the person has not taken back", () => {
    const wishes = [noWish, deciding, checking, withdrawing, anew, another, failed];

    expect(wishes.filter(isWithdrawalWished)).toEqual([withdrawing]);
    expect(wishes.filter(isOpen)).toEqual([deciding, checking, withdrawing]);
  });
});
