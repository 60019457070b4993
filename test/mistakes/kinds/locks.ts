import {
  confuses,
  front,
  type Plant,
  problem,
  says,
  takes,
  tellsActivity,
} from "../faultyPanel/faults.ts";
import { all, any, asks, is } from "../faultyPanel/requestHop.ts";
import type { KindOfMistakes, Mistake } from "../mistake.ts";

const panel = { lock: "do-not-track" } as const;
const granted = all(any(is.put, is.post), asks("granted"));
const locked = (id: string, sentence: string, plant: Plant): Mistake => ({
  id,
  sentence,
  plant,
  panel,
});

export const lockMistakes: KindOfMistakes = {
  kind: "locks",
  mistakes: [
    locked("lock-lets-grant", "A lock lets consent be given", () => ({
      options: { lock: null },
    })),
    locked(
      "lock-untold",
      "A lock is not told",
      tellsActivity(() => ({ lock: null })),
    ),
    locked(
      "lock-effective",
      "Reports are said to go out under a lock",
      tellsActivity(() => ({ effective: true })),
    ),
    locked(
      "lock-refuses-refusal",
      "A lock turns a refusal down",
      says(
        all(is.put, asks("refused"), ({ headers }) => headers.has("If-Match")),
        () => problem("locked"),
      ),
    ),
    locked(
      "lock-refuses-withdrawal",
      "A lock turns a withdrawal down",
      says(is.remove, () => problem("locked")),
    ),
    locked(
      "lock-hides-payload",
      "A lock hides the payload",
      says(is.payload, () => problem("locked")),
    ),
    locked(
      "lock-as-not-permitted",
      "A lock is told as a missing permission",
      confuses("locked", "not-permitted", granted),
    ),
    locked(
      "lock-after-tag",
      "A missing If-Match is told before a lock",
      confuses(
        "locked",
        "precondition-required",
        all(granted, ({ headers }) => !headers.has("If-Match")),
      ),
    ),
    locked(
      "lock-after-policy",
      "A changed policy is told before a lock",
      confuses(
        "locked",
        "policy-changed",
        all(granted, ({ body }) => body.includes("A".repeat(43))),
      ),
    ),
    locked(
      "lock-before-body",
      "A lock is told before a malformed body",
      front(async (hop) => {
        const answer = await hop.pass();
        return is.put(hop) && answer.status === 400 && hop.body.includes("granted")
          ? problem("locked")
          : answer;
      }),
    ),
    locked(
      "lock-by-post",
      "A POST of consent passes a lock",
      takes(all(is.post, asks("granted")), { body: '{"decision":"withdrawn"}' }),
    ),
    locked(
      "lock-unknown",
      "A lock that the contract does not have is told",
      tellsActivity(() => ({ lock: true })),
    ),
  ],
};
