import type { Decision } from "../../../contract/decision.ts";
import type { DecisionRequest } from "../../../contract/decisionRequest.ts";
import type { Language } from "../../../policy/language.ts";
import { readDecision, readPayloadBytes, readPolicy } from "../panelReading.ts";
import type { SuiteContext } from "../suiteContext.ts";

export type Grant = Extract<DecisionRequest, { decision: "granted" }>;

type Refusal = Extract<DecisionRequest, { decision: "refused" }>;

/** What a person who looks now would send, bound to what the panel states. */
export async function prepareDecision(
  context: SuiteContext,
  id: string,
  language: Language = "de",
): Promise<{
  readonly decision: Decision;
  readonly etag: string;
  readonly grant: Grant;
  readonly refusal: Refusal;
}> {
  const { policy } = await readPolicy(context);
  const { decision, etag } = await readDecision(context, id);
  const payload = await readPayloadBytes(context, id);
  const text = {
    revision: policy.revision,
    language,
    textDigest: policy.texts[language].digest,
  };
  return {
    decision,
    etag,
    grant: { decision: "granted", ...text, payloadDigest: payload.digest },
    refusal: { decision: "refused", ...text },
  };
}
