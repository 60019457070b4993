import { stateRule } from "../../defineRules.ts";

export const signatures = stateRule(
  {
    id: "signatures",
    title: "A signature is judged only by a key that the panel names",
    section: "docs/panel-api.md#the-states",
    remedy: "Tell unchecked where transport.vendorKeys names no key.",
    occasion:
      "a purpose that is sent (transport) and names no key of the vendor (vendorKeys)",
  },
  ({ purposes, log, history }, expect) => {
    for (const [id, { activity, transport }] of Object.entries(
      purposes.value?.purposes ?? {},
    )) {
      if (!transport || (transport.vendorKeys ?? []).length > 0) continue;
      const isOpen = (word: string | null | undefined) =>
        word === null || word === undefined || word === "unchecked" || word === "absent";
      const expected = `${id}: signatures unchecked, as no key is named.`;
      expect(
        purposes.exchange,
        activity.deletions.every((one) => isOpen(one.signature)),
        expected,
      );
      const attempts = log.value?.entries.filter((one) => one.purpose === id) ?? [];
      expect(
        log.exchange,
        attempts.every((one) => isOpen(one.signature)),
        expected,
      );
      const entries = history.value?.entries.filter((one) => one.purpose === id) ?? [];
      expect(
        history.exchange,
        entries.every((one) => isOpen(one.signature)),
        expected,
      );
    }
  },
);
