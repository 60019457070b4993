import { confuses, takes } from "../../faultyPanel/faults.ts";
import { is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";

/** A body is read that is too large. */
export const bodySizes: readonly Mistake[] = [
  {
    id: "large-body-read",
    sentence: "A body of a mebibyte is read to its end and then malformed",
    plant: confuses("body-too-large", "malformed-body", is.ofDecision),
  },
  {
    id: "large-valid-body",
    sentence: "A decision behind a mebibyte of spaces is taken",
    plant: takes(is.large, (hop) => ({ body: hop.body.trim() })),
  },
];
