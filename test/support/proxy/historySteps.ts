import * as fc from "fast-check";
import { type Intermediary, intermediaryNames } from "./intermediaries.ts";

/** Who may be signed in; nobody: the session has ended. */
export type Session = "admin" | "admin2" | "nobody";

/** What may happen to a page behind a proxy, in any order, as often as it likes. */
export type Step =
  | { readonly act: "turn" | "refuse" | "press" | "reload" | "new-tab" | "come-back" }
  | { readonly act: "wait"; readonly seconds: number }
  | { readonly act: "proxy"; readonly mood: Intermediary | "none" }
  | { readonly act: "other"; readonly what: "grant" | "refuse" | "withdraw" }
  | { readonly act: "session"; readonly who: Session };

const of = (...steps: readonly [Step, ...Step[]]) => fc.constantFrom(...steps);

export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: of({ act: "turn" }) },
    {
      weight: 6,
      arbitrary: fc
        .constantFrom<Intermediary | "none">(...intermediaryNames, "none", "none")
        .map((mood): Step => ({ act: "proxy", mood })),
    },
    {
      weight: 5,
      arbitrary: of(
        { act: "wait", seconds: 2 },
        { act: "wait", seconds: 6 },
        { act: "wait", seconds: 15 },
        { act: "wait", seconds: 40 },
      ),
    },
    {
      weight: 3,
      arbitrary: of(
        { act: "refuse" },
        { act: "press" },
        { act: "reload" },
        { act: "new-tab" },
        { act: "come-back" },
      ),
    },
    {
      weight: 2,
      arbitrary: of(
        { act: "other", what: "grant" },
        { act: "other", what: "refuse" },
        { act: "other", what: "withdraw" },
      ),
    },
    {
      weight: 1,
      arbitrary: of(
        { act: "session", who: "admin" },
        { act: "session", who: "admin2" },
        { act: "session", who: "nobody" },
      ),
    },
  ),
  { minLength: 2, maxLength: 12 },
);
