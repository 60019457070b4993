import { PanelProblem, PanelUnreachable } from "../../src/client/errors.ts";
import type { GrantObstacle } from "../../src/client/grantObstacle.ts";
import { noWish, type Wish } from "../../src/client/wish.ts";
import type { DecisionRequest, PurposeState } from "../../src/contract/index.ts";
import { transport } from "../../src/testing/fixtures.ts";

/** A status of a purpose and one thing that modifies it, as a card shows them together. */
export interface DecisionLook {
  readonly purpose: PurposeState;
  readonly wish: Wish;
  readonly obstacle?: GrantObstacle;
  readonly isLastKnown: boolean;
  readonly isSettling: boolean;
  readonly mayDecide: boolean;
}

/** What can modify each status; `none` is the status alone. */
export const modifiers = {
  undecided: [
    ...["none", "lock", "last-known", "not-permitted", "newer", "blocked"],
    ...["granting", "refusing", "checking", "failed-granted", "failed-refused"],
    "withdrawal-of-another",
  ],
  refused: [
    ...["none", "lock", "last-known", "not-permitted", "newer", "blocked"],
    ...["granting", "checking", "failed-granted", "withdrawal-of-another"],
  ],
  granted: [
    ...["none", "lock", "suspended", "no-sender", "last-known", "not-permitted"],
    ...[
      "newer",
      "blocked",
      "settling",
      "withdrawing",
      "withdrawing-lost",
      "withdrawing-signed-out",
    ],
    ...["failed-withdrawn", "decided-anew", "withdrawal-of-another"],
  ],
  outdated: [
    ...["none", "lock", "suspended", "last-known", "not-permitted", "newer", "blocked"],
    ...["one-may-leave", "granting", "checking", "failed-granted", "withdrawing"],
    ...["withdrawing-lost", "withdrawing-signed-out", "failed-withdrawn"],
    ...["decided-anew", "withdrawal-of-another"],
  ],
  withdrawn: [
    ...["none", "lock", "no-sender", "last-known", "not-permitted", "newer", "blocked"],
    ...[
      "settling",
      "one-may-leave",
      "deleting",
      "deletion-failed",
      "deleted",
      "granting",
    ],
    ...["checking", "failed-granted", "withdrawal-of-another"],
  ],
  unknown: [
    ...["none", "lock", "last-known", "not-permitted", "withdrawing"],
    ...["withdrawing-lost", "failed-withdrawn"],
  ],
} as const;

export type LookName = {
  [Status in keyof typeof modifiers]: `${Status}+${(typeof modifiers)[Status][number]}`;
}[keyof typeof modifiers];

/** Every status with everything that can modify it, by names such as `granted+lock`. */
export const lookNames = Object.entries(modifiers).flatMap(([status, names]) =>
  names.map((name) => `${status}+${name}` as LookName),
);

const since = "2026-01-15T09:30:00.000Z";
const later = "2026-01-15T09:31:00.000Z";

/** A refusal of what a card shows. */
export const refusal: DecisionRequest = {
  decision: "refused",
  revision: "2025-07-24",
  language: "de",
  textDigest: "sha-256=:ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=:",
};
/** A grant of what a card shows. */
export const grant: DecisionRequest = {
  ...refusal,
  decision: "granted",
  payloadDigest: refusal.textDigest,
};
const unreachable = new PanelUnreachable(new TypeError("Failed to fetch"));
const failed = new PanelProblem("internal-error", 500);
const withdrawing = { kind: "withdrawing", since, goesOn: "always" } as const;

/** @throws {RangeError} for a name that is none of `lookNames`. */
export function decisionLook(name: LookName): DecisionLook {
  const [status = "", modifier = "none"] = name.split("+");
  const plain: DecisionLook = {
    purpose: purposeIn(status === "unknown" ? "paused" : status),
    wish: noWish,
    isLastKnown: false,
    isSettling: false,
    mayDecide: true,
    ...(status === "unknown" && { obstacle: "status-unknown" }),
  };
  return { ...plain, ...modified(plain, modifier) };
}

function modified(look: DecisionLook, modifier: string): Partial<DecisionLook> {
  const { purpose } = look;
  const having = (activity: Partial<PurposeState["activity"]>): PurposeState => ({
    ...purpose,
    activity: { ...purpose.activity, ...activity },
  });
  const wishing = (wish: Wish) => ({ wish });
  const stopped = { effective: false, nextAt: null };
  switch (modifier) {
    case "none":
      return {};
    case "lock":
      return { purpose: having({ ...stopped, lock: "vendor" }), obstacle: "locked" };
    case "suspended":
      return { purpose: having({ ...stopped, suspended: "store-restored" }) };
    case "no-sender":
      return { purpose: withoutSender(having(stopped)) };
    case "last-known":
      return { isLastKnown: true };
    case "not-permitted":
      return { mayDecide: false, obstacle: "not-permitted" };
    case "newer":
      return { obstacle: "payload-newer" };
    case "blocked":
      return { obstacle: "payload-undisclosed" };
    case "settling":
      return { isSettling: true };
    case "one-may-leave":
      return { purpose: having({ openSends: 1 }) };
    case "deleting":
      return { purpose: having({ deletions: [deletion("under-way")] }) };
    case "deletion-failed":
      return { purpose: having({ deletions: [deletion("failed")] }) };
    case "deleted":
      return { purpose: having({ deletions: [deletion("confirmed")] }) };
    case "granting":
      return wishing({ kind: "deciding", request: grant, sequence: 1 });
    case "refusing":
      return wishing({ kind: "deciding", request: refusal, sequence: 1 });
    case "checking":
      return wishing({
        kind: "checking",
        request: grant,
        sequence: 1,
        error: unreachable,
      });
    case "withdrawing":
      return wishing(withdrawing);
    case "withdrawing-lost":
      return wishing({ ...withdrawing, error: unreachable });
    case "withdrawing-signed-out":
      return wishing({ ...withdrawing, error: new PanelProblem("not-signed-in", 401) });
    case "decided-anew":
      return wishing({ kind: "decided-anew", since, why: "decided" });
    case "withdrawal-of-another":
      return wishing({ kind: "withdrawal-of-another", since });
    case "failed-granted":
      return wishing({ kind: "failed", of: "granted", error: failed });
    case "failed-refused":
      return wishing({ kind: "failed", of: "refused", error: failed });
    case "failed-withdrawn":
      return wishing({
        kind: "failed",
        of: "withdrawn",
        error: new PanelProblem("not-permitted", 403),
      });
    default:
      throw new RangeError(`Nothing is modified by "${modifier}".`);
  }
}

function purposeIn(status: string): PurposeState {
  const isDecided = status !== "undecided";
  const isGranted = status === "granted";
  return {
    decision: {
      ...{ status, sequence: isDecided ? 1 : 0, at: isDecided ? since : null },
      by: isDecided ? { id: "admin", name: "Admin" } : null,
      ...{ revision: null, language: null, textDigest: null, payloadDigest: null },
      ...{ via: null, seen: null },
    },
    etag: '"1"',
    activity: {
      ...{ effective: isGranted, suspended: null, openSends: 0, lock: null },
      pseudonym: isGranted ? "8c0f6c1e-0b7e-4d53-9a55-6d1f2d0f9a11" : null,
      lastSentAt: isGranted ? later : null,
      nextAt: isGranted ? "2026-02-15T09:31:00.000Z" : null,
      deletions: [],
    },
    transport,
    resultsUrl: null,
  };
}

/** As a panel without a sender tells it: a deletion that is owed is not tried. */
function withoutSender(purpose: PurposeState): PurposeState {
  const { decision, activity } = purpose;
  const owed = { ...deletion("failed"), nextAttemptAt: null };
  const deletions = decision.status === "withdrawn" ? [owed] : [];
  return { ...purpose, activity: { ...activity, deletions }, transport: null };
}

function deletion(state: "under-way" | "failed" | "confirmed") {
  const isConfirmed = state === "confirmed";
  return {
    ...{ id: "3b2f3a44-58ff-4a4c-9a1e-6b7d5f0a8c21", requestedAt: since, state },
    nextAttemptAt: isConfirmed ? null : "2026-01-15T10:30:00.000Z",
    confirmedAt: isConfirmed ? later : null,
    ...{ deleted: isConfirmed ? 1 : null, signature: null },
  };
}
