import type { Decision } from "../../../src/contract/index.ts";
import type { PurposeState } from "../../../src/contract/purposeState.ts";
import type { FakePanel } from "../../../src/testing/index.ts";
import type { Said } from "../readStatus.ts";

/** Every state that a purpose of a panel has had, and which of them a page may still show. */
export function watchDecisions(panel: FakePanel, purpose: string) {
  const had: PurposeState[] = [];
  const note = () => {
    const state = panel.state().purposes[purpose];
    if (state && JSON.stringify(state) !== JSON.stringify(had.at(-1))) had.push(state);
  };
  const decisions = (): readonly Decision[] =>
    had
      .map(({ decision }) => decision)
      .filter(({ sequence }, index, all) => all[index - 1]?.sequence !== sequence);
  return {
    note,
    count: () => decisions().length,
    now: (): PurposeState => {
      note();
      return had.at(-1) as PurposeState;
    },
    /** Those after a sequence. */
    since: (sequence: number): readonly Decision[] =>
      decisions().filter((decision) => decision.sequence > sequence),
    /** The lowest sequence not under `floor` of a state that all of it is true of. */
    toldOf: (said: readonly Said[], floor: number): number | undefined =>
      had.find(
        (state) =>
          state.decision.sequence >= floor &&
          said.every(({ isTrueIn }) => isTrueIn(state)),
      )?.decision.sequence,
  };
}
