import { transitionRule } from "../../defineRules.ts";
import type { TransitionStep } from "../../snapshot/walkTransitions.ts";
import { addedRecords, isChange, isRefused } from "./transitionStep.ts";

/** Whether the text of a request is one that the panel stands for. */
function textOf({ request, before }: TransitionStep): "current" | "unknown" {
  const texts = Object.values(before.policy.value?.texts ?? {});
  return texts.some(({ digest }) => digest === request?.textDigest)
    ? "current"
    : "unknown";
}

export const historyGrows = transitionRule(
  {
    id: "history-grows",
    title:
      "The history has one entry more for each change, and none for what changes nothing",
    section: "docs/panel-api.md#what-to-store",
    remedy: "Write one entry with each change of the decision, in the same transaction.",
    occasion: "a history (GET /decisions) that can be read before and after a decision",
  },
  (step, expect) => {
    const { history } = step.after;
    if (!history.value || !step.before.history.value) return;
    const acts = addedRecords(step).filter(({ event }) => !event.startsWith("deletion"));
    const events = {
      grant: "granted",
      refuse: "refused",
      withdraw: "withdrawn",
    } as const;
    const expected = isRefused(step) || !isChange(step) ? "" : events[step.act];
    const found = acts.map(({ event }) => event).join();
    expect(
      history.exchange,
      found === expected,
      `${step.purpose}: ${expected || "no entry"} more; it is ${found || "none"}.`,
    );
    const known = step.before.history.value.entries.map(({ id }) => id);
    const kept = new Set(history.value.entries.map(({ id }) => id));
    const lost = known.filter((id) => !kept.has(id)).length;
    const full = history.value.entries.length >= 50;
    expect(history.exchange, full || lost === 0, "Every entry of before, under its id.");
    const isKnown = step.request !== null && textOf(step) === "current";
    const [entry] = acts;
    if (entry && step.request)
      expect(history.exchange, entry.textKnown === isKnown, `textKnown ${isKnown}.`);
  },
);
