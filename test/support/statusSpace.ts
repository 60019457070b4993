import * as fc from "fast-check";
import { PanelProblem, PanelUnreachable } from "../../src/client/errors.ts";
import { grantObstacles } from "../../src/client/grantObstacle.ts";
import type { KnownPurpose } from "../../src/client/knownPurpose.ts";
import { noWish, type Wish } from "../../src/client/wish.ts";
import type { DecisionRequest } from "../../src/contract/decisionRequest.ts";
import {
  deletionStates,
  locks,
  type PurposeState,
  suspensions,
} from "../../src/contract/purposeState.ts";
import { transport as way } from "../../src/testing/fixtures.ts";

const moments = [
  "2026-01-15T09:30:00.000Z",
  "2026-01-15T09:31:00.000Z",
  "2026-02-15T09:31:00.000Z",
] as const;
const moment = fc.constantFrom(...moments);
const since = moments[0];

const textDigest = "sha-256=:ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=:";
const seen = { revision: "2025-07-24", language: "de", textDigest } as const;
const grant: DecisionRequest = {
  ...seen,
  decision: "granted",
  payloadDigest: textDigest,
};
const refusal: DecisionRequest = { ...seen, decision: "refused" };

const error = fc.constantFrom(
  new PanelUnreachable(new TypeError("Failed to fetch")),
  new PanelProblem("not-signed-in", 401),
);
const request = fc.constantFrom(grant, refusal);

const wish: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 5, arbitrary: fc.constant(noWish) },
  request.map((request): Wish => ({ kind: "deciding", request, sequence: 1 })),
  fc
    .tuple(request, error)
    .map(([request, error]): Wish => ({ kind: "checking", request, sequence: 1, error })),
  fc
    .tuple(
      fc.constantFrom("always" as const, "while-open" as const, "by-asking" as const),
      fc.option(error, { nil: undefined }),
    )
    .map(
      ([goesOn, error]): Wish => ({
        ...{ kind: "withdrawing", since, goesOn },
        ...(error && { error }),
      }),
    ),
  fc.constant<Wish>({ kind: "decided-anew", since, why: "decided" }),
  fc.constant<Wish>({ kind: "withdrawal-of-another", since }),
  error.map((error): Wish => ({ kind: "failed", of: "withdrawn", error })),
);

const deletion = fc.record({
  id: fc.constant("3b2f3a44-58ff-4a4c-9a1e-6b7d5f0a8c21"),
  requestedAt: moment,
  state: fc.constantFrom(...deletionStates, "under-review"),
  nextAttemptAt: fc.constant(null),
  confirmedAt: fc.option(moment),
  deleted: fc.constant(null),
  signature: fc.constant(null),
});

const activity: fc.Arbitrary<PurposeState["activity"]> = fc.record({
  effective: fc.boolean(),
  suspended: fc.constantFrom(null, null, ...suspensions, "under-audit"),
  pseudonym: fc.constant(null),
  lastSentAt: fc.constant(null),
  nextAt: fc.constant(null),
  deletions: fc.array(deletion, { maxLength: 2 }),
  openSends: fc.constantFrom(0, 0, 1, 2),
  lock: fc.constantFrom(null, null, ...locks, "by-law"),
});

const decision: fc.Arbitrary<PurposeState["decision"]> = fc.record({
  status: fc.constantFrom(
    ...["undecided", "refused", "granted", "outdated", "withdrawn", "paused"],
  ),
  sequence: fc.constant(1),
  at: fc.constantFrom(null, ...moments),
  by: fc.constantFrom(null, { id: "admin", name: "Admin" }),
  revision: fc.constant(null),
  language: fc.constant(null),
  textDigest: fc.constant(null),
  payloadDigest: fc.constant(null),
  via: fc.constant(null),
  seen: fc.constant(null),
});

const transport = fc.constantFrom(way, way, null);

const purpose: fc.Arbitrary<KnownPurpose | undefined> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ decision, activity, transport }) },
  { weight: 1, arbitrary: fc.record({ decision }) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

/** Everything that the status of a purpose is told from, also what no panel should answer. */
export const facts = fc.record({
  purpose,
  wish,
  obstacle: fc.option(fc.constantFrom(...grantObstacles), { nil: undefined }),
});
