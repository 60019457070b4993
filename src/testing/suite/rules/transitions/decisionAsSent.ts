import { transitionRule } from "../../defineRules.ts";
import { decisionIn, isChange, isRefused } from "./transitionStep.ts";

export const decisionAsSent = transitionRule(
  {
    id: "decision-as-sent",
    title: "A decision tells what was sent, who sent it and by which way",
    section: "docs/panel-api.md#the-states",
    remedy:
      "Take text and digests from the body, the person from the session, via from Klartext-Via.",
    occasion: "a grant, refusal or withdrawal that changes the decision",
  },
  (step, expect) => {
    const found = decisionIn(step, step.after);
    const viewer = step.after.purposes.value?.viewer;
    if (!found || !viewer || isRefused(step) || !isChange(step)) return;
    const { request } = step;
    const expected = {
      by: { id: viewer.id, name: viewer.name },
      revision: request?.revision ?? null,
      language: request?.language ?? null,
      textDigest: request?.textDigest ?? null,
      payloadDigest:
        request?.decision === "granted" ? (request.payloadDigest ?? null) : null,
      via: step.via,
      seen: request?.decision === "granted" ? "bytes" : null,
    };
    const { by, revision, language, textDigest, payloadDigest, via, seen } = found;
    const own = { by, revision, language, textDigest, payloadDigest, via, seen };
    const same = JSON.stringify(own) === JSON.stringify(expected);
    expect(
      step.after.purposes.exchange,
      same,
      `${step.purpose}: ${JSON.stringify(expected)}.`,
    );
  },
);
