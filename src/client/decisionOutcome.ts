import type { Decision } from "../contract/decision.ts";
import type { DecisionRequest } from "../contract/decisionRequest.ts";
import type { ProblemCode } from "../contract/problemCode.ts";
import { knownStatus } from "../contract/transitions.ts";
import {
  asKlartextError,
  type KlartextError,
  OutsideContract,
  PanelProblem,
} from "./errors.ts";
import { holdsDecision } from "./holdsDecision.ts";

/**
 * What came of a request to decide. Only the panel says yes or no; whatever else happens
 * leaves open what it has.
 */
type DecisionOutcome =
  | { readonly type: "done"; readonly decision: Decision }
  | { readonly type: "refused"; readonly problem: PanelProblem }
  | { readonly type: "unknown"; readonly error: KlartextError };

/** What a request to decide asks for, and how the panel's answer to it is known. */
export interface Asked {
  /** Whether a decision is what was asked for, and one made for this request. */
  readonly isDone: (decision: Decision) => boolean;
  /** Whether a problem is the panel's no, and not about the way or the moment. */
  readonly isNo: (problem: PanelProblem) => boolean;
}

/** Waits for the answer, and compares it with what was asked, also where it is a success. */
export async function decisionOutcome(
  answer: Promise<Decision>,
  { isDone, isNo }: Asked,
): Promise<DecisionOutcome> {
  try {
    const decision = await answer;
    if (isDone(decision)) return { type: "done", decision };
    const error = new OutsideContract(
      200,
      `it names the decision "${decision.status}" (${decision.sequence}), which is not what was asked for.`,
      { isContradiction: true },
    );
    return { type: "unknown", error };
  } catch (error) {
    return error instanceof PanelProblem && isNo(error)
      ? { type: "refused", problem: error }
      : { type: "unknown", error: asKlartextError(error) };
  }
}

/** A grant or refusal of the decision that was seen with `sequence`. */
export function askedToDecide(request: DecisionRequest, sequence: number): Asked {
  return {
    isDone: (decision) => answersDecision(decision, request, sequence),
    isNo: ({ status }) => status < 500 && !notNow.has(status),
  };
}

/** Whether a decision is the one that was asked for, made after the one that was seen. */
export function answersDecision(
  decision: Decision,
  request: DecisionRequest,
  sequence: number,
): boolean {
  return decision.sequence > sequence && holdsDecision(decision, request);
}

/** Whether nothing of a consent is left in a decision. */
export function isWithoutConsent({ status }: Decision): boolean {
  const known = knownStatus(status);
  return known !== undefined && known !== "granted" && known !== "outdated";
}

/** A withdrawal of the decision with `sequence`, where one was seen: each one counts it up. */
export function askedToWithdraw(sequence: number | undefined): Asked {
  return {
    isDone: (decision) =>
      isWithoutConsent(decision) && decision.sequence > (sequence ?? -1),
    isNo: ({ code }) => code !== undefined && noToWithdrawing.has(code),
  };
}

/** RFC 9110 § 15 and RFC 6585 § 4: these say "not now", and not "no". */
const notNow = new Set([408, 425, 429]);

/**
 * Withdrawing has no precondition: the panel says no to a person who may not, or where
 * there is nothing to withdraw. All else is about the way that the request came.
 */
const noToWithdrawing: ReadonlySet<ProblemCode> = new Set(["not-permitted", "not-found"]);
