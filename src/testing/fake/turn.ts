import type { FakeAnswer } from "./fakeAnswer.ts";
import type { FakeState } from "./fakeState.ts";

/** What the panel answers, and what it remembers from then on. */
export interface Turn {
  readonly state: FakeState;
  readonly answer: FakeAnswer;
}
