/** What a purpose's decision can be. Everything but `granted` means that nothing is sent. */
export const decisionStatuses = [
  "undecided",
  "refused",
  "granted",
  "outdated",
  "withdrawn",
] as const;

/** What a decision is; a panel of a later contract may answer others. */
export type DecisionStatus = (typeof decisionStatuses)[number];

/** What can happen to a decision: a person's act, or a material revision of the policy. */
export const decisionEvents = ["grant", "refuse", "withdraw", "revise"] as const;

/** What happens to a decision, a column of `transitions`. */
export type DecisionEvent = (typeof decisionEvents)[number];

/** The status that follows, or `withdraw-instead`: a refusal must not pass for a withdrawal. */
export type Transition = DecisionStatus | "withdraw-instead";

/** The states of a decision, as one table from which panel, fake and tests are driven. */
export const transitions: Readonly<
  Record<DecisionStatus, Readonly<Record<DecisionEvent, Transition>>>
> = {
  undecided: {
    grant: "granted",
    refuse: "refused",
    withdraw: "undecided",
    revise: "undecided",
  },
  refused: {
    grant: "granted",
    refuse: "refused",
    withdraw: "refused",
    revise: "refused",
  },
  granted: {
    grant: "granted",
    refuse: "withdraw-instead",
    withdraw: "withdrawn",
    revise: "outdated",
  },
  outdated: {
    grant: "granted",
    refuse: "withdraw-instead",
    withdraw: "withdrawn",
    revise: "outdated",
  },
  withdrawn: {
    grant: "granted",
    refuse: "withdrawn",
    withdraw: "withdrawn",
    revise: "withdrawn",
  },
};

/** The status, if it is one of this contract; a later contract may have more. */
export function knownStatus(status: string): DecisionStatus | undefined {
  return decisionStatuses.find((known) => known === status);
}
