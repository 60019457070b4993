import * as fc from "fast-check";
import type { Fault } from "../../src/testing/index.ts";

/** What may happen, in any order, as often as it likes. */
export type Step =
  | {
      readonly act:
        | "grant"
        | "refuse"
        | "withdraw"
        | "dismiss"
        | "reload"
        | "settle"
        | "double";
    }
  | { readonly act: "other"; readonly what: "grant" | "refuse" | "withdraw" }
  | { readonly act: "sign"; readonly who: "admin" | "admin2" | "auditor" | "nobody" }
  | { readonly act: "lock" | "offline"; readonly on: boolean }
  | { readonly act: "revise" | "timeout" }
  | { readonly act: "fault"; readonly fault: Fault };

const faults: fc.Arbitrary<Fault> = fc.constantFrom<Fault>(
  { type: "dropped", moment: "request" },
  { type: "dropped", moment: "answer" },
  { type: "dropped", moment: "body" },
  { type: "status", status: 503 },
  { type: "status", status: 404 },
  { type: "malformed-body" },
  { type: "media-type", mediaType: "text/html" },
  { type: "problem", code: "internal-error" },
  { type: "problem", code: "not-permitted" },
  { type: "problem", code: "decision-changed" },
  { type: "held", moment: "request" },
  { type: "held", moment: "answer" },
  { type: "no-answer", moment: "request" },
  { type: "no-answer", moment: "answer" },
);

/** A history, of at most fourteen steps. */
export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<Step>({ act: "grant" }) },
    { weight: 4, arbitrary: fc.constant<Step>({ act: "withdraw" }) },
    { weight: 4, arbitrary: fc.constant<Step>({ act: "settle" }) },
    { weight: 1, arbitrary: fc.constantFrom<Step>({ act: "refuse" }, { act: "double" }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Step>({ act: "dismiss" }, { act: "reload" }),
    },
    { weight: 3, arbitrary: faults.map((fault): Step => ({ act: "fault", fault })) },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom("grant" as const, "refuse" as const, "withdraw" as const)
        .map((what): Step => ({ act: "other", what })),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(
          "admin" as const,
          "admin2" as const,
          "auditor" as const,
          "nobody" as const,
        )
        .map((who): Step => ({ act: "sign", who })),
    },
    { weight: 1, arbitrary: fc.boolean().map((on): Step => ({ act: "lock", on })) },
    { weight: 1, arbitrary: fc.boolean().map((on): Step => ({ act: "offline", on })) },
    { weight: 2, arbitrary: fc.constant<Step>({ act: "timeout" }) },
    { weight: 1, arbitrary: fc.constant<Step>({ act: "revise" }) },
  ),
  { minLength: 1, maxLength: 14 },
);
