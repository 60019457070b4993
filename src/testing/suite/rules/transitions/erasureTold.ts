import { transitionRule } from "../../defineRules.ts";
import { addedRecords } from "./transitionStep.ts";

export const erasureTold = transitionRule(
  {
    id: "erasure-told",
    title:
      "A confirmed deletion says what became of the panel's own copies, as the store says",
    section: "docs/panel-api.md#the-states",
    remedy: "Keep store.erasure with the entry deletion-confirmed.",
    occasion:
      "a deletion that the vendor confirms during the run: set up a vendor, or use --receive",
  },
  (step, expect) => {
    const erasure = step.after.purposes.value?.store.erasure;
    for (const one of addedRecords(step)) {
      if (one.event !== "deletion-confirmed") continue;
      expect(step.after.history.exchange, one.erasure === erasure, `erasure ${erasure}.`);
    }
  },
);
