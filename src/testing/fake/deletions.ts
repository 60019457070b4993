import type { Deletion } from "../../contract/purposeState.ts";
import { type FakeState, type Outside, purposeOf, withPurpose } from "./fakeState.ts";
import { newestGrant, record } from "./record.ts";

/** How the vendor's deletion went on. */
export type DeletionOutcome =
  | { readonly state: "confirmed"; readonly deleted: number }
  | { readonly state: "failed"; readonly nextAttemptAt: string }
  | { readonly state: "under-way" };

/** Lets every open deletion of a purpose go on; a confirmed one is recorded. */
export function applyDeletion(
  state: FakeState,
  id: string,
  outcome: DeletionOutcome,
  outside: Outside,
): FakeState {
  const { deletions } = purposeOf(state, id);
  const open = deletions.filter((one) => one.state !== "confirmed");
  const changed = withPurpose(state, id, {
    deletions: deletions.map((one) =>
      open.includes(one) ? goOn(one, outcome, outside) : one,
    ),
  });
  if (outcome.state !== "confirmed") return changed;
  const entry = { purpose: id, event: "deletion-confirmed", by: null } as const;
  return open.reduce((current, one) => {
    const ended = newestGrant(current, id, one.id);
    return record(current, entry, { ended }, outside);
  }, changed);
}

function goOn(deletion: Deletion, outcome: DeletionOutcome, { now }: Outside): Deletion {
  return {
    ...deletion,
    nextAttemptAt: null,
    ...outcome,
    confirmedAt: outcome.state === "confirmed" ? now().toISOString() : null,
  };
}
