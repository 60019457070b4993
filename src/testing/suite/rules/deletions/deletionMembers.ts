import { signatureStates } from "../../../../contract/fields.ts";
import { stateRule } from "../../defineRules.ts";

export const deletionMembers = stateRule(
  {
    id: "deletion-members",
    title:
      "What a deletion tells fits its state: confirmed when and how many, or tried again when",
    section: "docs/panel-api.md#what-to-store",
    remedy:
      "Set confirmedAt and deleted with confirmed, nextAttemptAt with failed, else null. In a panel that cannot send tell failed without nextAttemptAt for what is not confirmed.",
    occasion: "a purpose",
  },
  ({ purposes: { exchange, value } }, expect, { activities }) => {
    for (const { id, identification } of activities) {
      const { activity, transport = null } = value?.purposes[id] ?? {};
      const deletions = activity?.deletions ?? [];
      const none = identification === "pseudonym" || deletions.length === 0;
      expect(exchange, none, `${id}: no deletion, for it has no pseudonym.`);
      const times = deletions.map(({ requestedAt }) => Date.parse(requestedAt));
      const sorted = times.every(
        (time, at) => at === 0 || time <= (times[at - 1] ?? time),
      );
      expect(exchange, sorted, `${id}: deletions newest first.`);
      for (const one of deletions) {
        const { state, confirmedAt, deleted, nextAttemptAt, requestedAt, signature } =
          one;
        const isConfirmed = state === "confirmed";
        const fits =
          isConfirmed === (confirmedAt !== null) &&
          isConfirmed === (deleted !== null) &&
          (transport
            ? (state === "failed") === (nextAttemptAt !== null)
            : state !== "under-way" && nextAttemptAt === null) &&
          (isConfirmed || signature === null);
        expect(
          exchange,
          fits,
          `${id}: members that fit ${state}: ${JSON.stringify(one)}.`,
        );
        const isLater = confirmedAt === null || confirmedAt >= requestedAt;
        expect(exchange, isLater, `${id}: confirmedAt not before ${requestedAt}.`);
        const known =
          signature === null || signatureStates.some((word) => word === signature);
        expect(exchange, known, `${id}: a signature of the contract.`);
      }
    }
  },
);
