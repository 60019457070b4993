import { transitionsRule } from "../../defineRules.ts";

export const sentAsShown = transitionsRule(
  {
    id: "sent-as-shown",
    title: "What was sent is what the payload showed",
    section: "docs/panel-api.md#the-payload",
    remedy: "Let one function make the bytes, for sender and preview alike.",
    occasion: "a report that is sent during the run, after its bytes were shown",
  },
  (steps, expect) => {
    for (const { purpose, act: does, after } of steps) {
      const payload = after.payloads.get(purpose);
      const report = (after.log.value?.entries ?? []).find(
        (one) => one.purpose === purpose && one.kind === "report",
      );
      const body = report && after.bodies.get(report.id);
      if (
        does !== "grant" ||
        !after.isStill ||
        payload?.status !== 200 ||
        body?.status !== 200
      )
        continue;
      if (payload.headers.get("Klartext-Payload") !== "next") continue;
      expect(
        body,
        body.text === payload.text,
        `The bytes of GET …/payload:\n${payload.text}`,
      );
    }
  },
);
