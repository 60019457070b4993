import * as fc from "fast-check";
import type { people } from "../../../src/testing/index.ts";
import { type Intermediary, intermediaryNames } from "./intermediaries.ts";

/** Who may be signed in; nobody: the session has ended. */
export type Session = Exclude<keyof typeof people, "auditor"> | "nobody";

/** What may happen to a page behind a proxy, in any order, as often as it likes. */
export type Step =
  | { readonly act: "turn" | "refuse" | "withdraw" | "leave" | "try-now" }
  | { readonly act: "reload" | "new-tab" | "come-back" }
  | { readonly act: "wait"; readonly seconds: number }
  | { readonly act: "proxy"; readonly mood: Intermediary | "none" }
  | { readonly act: "other"; readonly what: "grant" | "refuse" | "withdraw" }
  | { readonly act: "session"; readonly who: Session };

export interface History {
  /** Whether somebody has consented elsewhere before the page is opened. */
  readonly isGranted: boolean;
  /** Whether the page around the centre tells it who is signed in. */
  readonly knowsViewer: boolean;
  readonly steps: readonly Step[];
}

const of = (weight: number, ...steps: readonly [Step, ...Step[]]) => ({
  weight,
  arbitrary: fc.constantFrom(...steps),
});

/** What is kept shows only once something else has happened, so there is more of it. */
const caches = intermediaryNames.filter((name) => name.startsWith("a cache"));

const mood = fc.oneof(
  { weight: 3, arbitrary: fc.constant("none" as const) },
  { weight: 4, arbitrary: fc.constantFrom(...caches) },
  { weight: 8, arbitrary: fc.constantFrom(...intermediaryNames) },
);

const step: fc.Arbitrary<Step> = fc.oneof(
  of(6, { act: "turn" }),
  {
    weight: 6,
    arbitrary: mood.map((mood): Step => ({ act: "proxy", mood })),
  },
  of(
    5,
    { act: "wait", seconds: 2 },
    { act: "wait", seconds: 6 },
    { act: "wait", seconds: 15 },
    { act: "wait", seconds: 40 },
  ),
  of(
    3,
    { act: "refuse" },
    { act: "withdraw" },
    { act: "leave" },
    { act: "try-now" },
    { act: "reload" },
    { act: "new-tab" },
    { act: "come-back" },
  ),
  of(
    2,
    { act: "other", what: "grant" },
    { act: "other", what: "refuse" },
    { act: "other", what: "withdraw" },
  ),
  of(
    1,
    { act: "session", who: "admin" },
    { act: "session", who: "admin2" },
    { act: "session", who: "nobody" },
  ),
);

export const histories: fc.Arbitrary<History> = fc.record({
  isGranted: fc.boolean(),
  knowsViewer: fc.boolean(),
  steps: fc.array(step, { minLength: 2, maxLength: 12 }),
});
