import { signatureStates } from "../../../contract/fields.ts";
import { stateRule } from "./rule.ts";

/** The vendor's deletions, as the purposes, the history and the log tell them. */
export const deletionRules = [
  stateRule(
    {
      id: "deletions-told",
      title: "Every deletion that was asked for is told, and stays told",
      section: "docs/panel-api.md#what-to-store",
      remedy:
        "Keep a row for each deletion, also once it is confirmed and after a later one.",
    },
    ({ isStill, purposes, history }, that) => {
      if (!isStill || !history.value) return;
      for (const [id, { activity }] of Object.entries(purposes.value?.purposes ?? {})) {
        const own = history.value.entries.filter((one) => one.purpose === id);
        const of = (event: string) => own.filter((one) => one.event === event);
        const times = activity.deletions.map(({ requestedAt }) => requestedAt);
        for (const { at } of of("deletion-requested")) {
          that(
            purposes.exchange,
            times.includes(at),
            `${id}: the deletion asked for at ${at}.`,
          );
        }
        const isWhole = history.value.next === null;
        const requested = of("deletion-requested").length;
        const told = `${id}: an entry deletion-requested for each of ${times.length} deletions.`;
        that(history.exchange, !isWhole || requested >= times.length, told);
        const confirmed = activity.deletions.filter(
          (one) => one.confirmedAt !== null,
        ).length;
        const kept = of("deletion-confirmed").length;
        const right = !isWhole || kept === confirmed;
        that(history.exchange, right, `${id}: ${confirmed} entries deletion-confirmed.`);
      }
    },
  ),
  stateRule(
    {
      id: "deletion-members",
      title:
        "What a deletion tells fits its state: confirmed when and how many, or tried again when",
      section: "docs/panel-api.md#what-to-store",
      remedy:
        "Set confirmedAt and deleted with confirmed, nextAttemptAt with failed, else null.",
    },
    ({ purposes: { exchange, value } }, that, { activities }) => {
      for (const { id, identification } of activities) {
        const deletions = value?.purposes[id]?.activity.deletions ?? [];
        const none = identification === "pseudonym" || deletions.length === 0;
        that(exchange, none, `${id}: no deletion, for it has no pseudonym.`);
        const times = deletions.map(({ requestedAt }) => Date.parse(requestedAt));
        const sorted = times.every(
          (time, at) => at === 0 || time <= (times[at - 1] ?? time),
        );
        that(exchange, sorted, `${id}: deletions newest first.`);
        for (const one of deletions) {
          const { state, confirmedAt, deleted, nextAttemptAt, requestedAt, signature } =
            one;
          const isConfirmed = state === "confirmed";
          const fits =
            isConfirmed === (confirmedAt !== null) &&
            isConfirmed === (deleted !== null) &&
            (state === "failed") === (nextAttemptAt !== null) &&
            (isConfirmed || signature === null);
          that(
            exchange,
            fits,
            `${id}: members that fit ${state}: ${JSON.stringify(one)}.`,
          );
          const isLater = confirmedAt === null || confirmedAt >= requestedAt;
          that(exchange, isLater, `${id}: confirmedAt not before ${requestedAt}.`);
          const known =
            signature === null || signatureStates.some((word) => word === signature);
          that(exchange, known, `${id}: a signature of the contract.`);
        }
      }
    },
  ),
  stateRule(
    {
      id: "signatures",
      title: "A signature is judged only by a key that the panel names",
      section: "docs/panel-api.md#the-states",
      remedy: "Tell unchecked where transport.vendorKeys names no key.",
    },
    ({ purposes, log, history }, that) => {
      for (const [id, { activity, transport }] of Object.entries(
        purposes.value?.purposes ?? {},
      )) {
        if (!transport || (transport.vendorKeys ?? []).length > 0) continue;
        const isOpen = (word: string | null | undefined) =>
          word === null ||
          word === undefined ||
          word === "unchecked" ||
          word === "absent";
        const expected = `${id}: signatures unchecked, as no key is named.`;
        that(
          purposes.exchange,
          activity.deletions.every((one) => isOpen(one.signature)),
          expected,
        );
        const attempts = log.value?.entries.filter((one) => one.purpose === id) ?? [];
        that(
          log.exchange,
          attempts.every((one) => isOpen(one.signature)),
          expected,
        );
        const entries = history.value?.entries.filter((one) => one.purpose === id) ?? [];
        that(
          history.exchange,
          entries.every((one) => isOpen(one.signature)),
          expected,
        );
      }
    },
  ),
];
