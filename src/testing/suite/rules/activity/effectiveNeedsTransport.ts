import { stateRule } from "../../defineRules.ts";

export const effectiveNeedsTransport = stateRule(
  {
    id: "effective-needs-transport",
    title: "No report is said to go out where the panel cannot send",
    section: "docs/panel-api.md#the-states",
    remedy:
      "Where transport is null, tell effective false and nextAt null; where reports are sent, tell the transport.",
    occasion: "a purpose",
  },
  ({ purposes: { exchange, value } }, expect) => {
    for (const [id, { activity, transport }] of Object.entries(value?.purposes ?? {})) {
      const right = transport !== null || !activity.effective;
      expect(exchange, right, `${id}: effective false, or the transport.`);
    }
  },
);
