import type { Decision } from "../../../src/contract/index.ts";
import type { FakePanel } from "../../../src/testing/index.ts";
import { stateSentence } from "./readCenter.ts";

interface Had {
  readonly decision: Decision;
  readonly sentence: string;
}

/** Every decision that a panel has had, and which of them a page may still show. */
export function watchDecisions(panel: FakePanel, purpose: string) {
  const had: Had[] = [];
  const note = () => {
    const decision = panel.state().purposes[purpose]?.decision;
    if (!decision || had.at(-1)?.decision.sequence === decision.sequence) return;
    had.push({ decision, sentence: stateSentence(decision) });
  };
  return {
    note,
    count: () => had.length,
    now: (): Had => {
      note();
      return had.at(-1) as Had;
    },
    /** Those after a sequence. */
    since: (sequence: number): readonly Decision[] =>
      had
        .map(({ decision }) => decision)
        .filter((decision) => decision.sequence > sequence),
    /** The lowest sequence not under `floor` that a sentence can tell of. */
    toldOf: (sentence: string, floor: number): number | undefined =>
      had.find((one) => one.sentence === sentence && one.decision.sequence >= floor)
        ?.decision.sequence,
  };
}
