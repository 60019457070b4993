import type { DecisionRequest } from "../../../contract/decisionRequest.ts";
import type { DecisionWay } from "../../../contract/fields.ts";
import type { Language } from "../../../policy/language.ts";
import { prepareDecision } from "../deciding/prepareDecision.ts";
import type { Exchange } from "../exchange.ts";
import { NotTried } from "../notTried.ts";
import { oncePerContext } from "../oncePerContext.ts";
import { purposePath } from "../panelReading.ts";
import type { SuiteContext } from "../suiteContext.ts";
import { unknownDigest } from "../unknownDigest.ts";
import { type PanelSnapshot, readSnapshot } from "./panelSnapshot.ts";
import { waitUntilSettled } from "./waitUntilSettled.ts";

/** One decision on the way through the states, with what the panel told before and after. */
export interface TransitionStep {
  readonly purpose: string;
  readonly act: "grant" | "refuse" | "withdraw";
  /** What was sent; null for a DELETE. */
  readonly request: DecisionRequest | null;
  /** What was said of the way it came, and what the panel may tell of it. */
  readonly via: DecisionWay | null;
  readonly exchange: Exchange;
  /** The clock when the answer came. */
  readonly at: number;
  readonly before: PanelSnapshot;
  readonly after: PanelSnapshot;
}

interface Plan {
  readonly does: TransitionStep["act"];
  readonly method?: "POST";
  readonly via?: string;
  readonly language?: Language;
  readonly headers?: Readonly<Record<string, string>>;
  readonly otherText?: true;
}

/** From `undecided` or `withdrawn` through every act, and back to `withdrawn`. */
const plans: readonly Plan[] = [
  { does: "withdraw" },
  { does: "refuse", via: "file" },
  { does: "withdraw", via: "page" },
  { does: "refuse", otherText: true, via: "command" },
  { does: "grant", via: "command" },
  { does: "grant", language: "en", via: "something-else" },
  { does: "refuse" },
  { does: "withdraw", via: "page" },
  { does: "withdraw", headers: { "If-Match": '"stale"' } },
  { does: "refuse" },
  { does: "grant", method: "POST", via: "file" },
  { does: "refuse", method: "POST" },
  { does: "withdraw", method: "POST", via: "command", headers: { "If-Match": '"0"' } },
  { does: "withdraw", method: "POST" },
  { does: "refuse", method: "POST", via: "page" },
];

/** The course of every purpose, walked once in a run, by whatever rule asks first. */
export const walkTransitions = oncePerContext(
  async (context: SuiteContext): Promise<readonly TransitionStep[]> => {
    const steps: TransitionStep[] = [];
    const patience = { left: 5_000 };
    let before = await readSnapshot(context);
    for (const { id } of context.activities) {
      if (before.purposes.value?.purposes[id]?.activity.lock) continue;
      for (const plan of plans) {
        const sent = await take(context, id, plan);
        const after = await waitUntilSettled(
          context,
          id,
          plan.does,
          await readSnapshot(context),
          patience,
        );
        steps.push({ ...sent, purpose: id, act: plan.does, before, after });
        before = after;
      }
    }
    if (steps.length === 0)
      throw new NotTried(
        "Not tried, because it needs a purpose whose sending is not locked.",
      );
    return steps;
  },
);

async function take(context: SuiteContext, id: string, plan: Plan) {
  const { does, method, language, headers = {}, otherText } = plan;
  const { via = null } = plan;
  const way = via === null ? {} : { "Klartext-Via": via };
  const known = (["page", "command", "file"] as const).find((one) => one === via) ?? null;
  const path = purposePath(id, "decision");
  const sent = async () => {
    if (does === "withdraw") {
      const body = method && JSON.stringify({ decision: "withdrawn" });
      const given = { headers: { ...way, ...headers }, ...(body ? { body } : {}) };
      return {
        request: null,
        exchange: await context.send(method ?? "DELETE", path, given),
      };
    }
    const seen = await prepareDecision(context, id, language);
    const asked: DecisionRequest = does === "grant" ? seen.grant : seen.refusal;
    const request = otherText
      ? { ...asked, textDigest: unknownDigest, revision: "1999-12-31" }
      : asked;
    const exchange = await context.send(method ?? "PUT", path, {
      body: JSON.stringify(request),
      headers: { "If-Match": seen.etag, ...way, ...headers },
    });
    return { request, exchange };
  };
  return { ...(await sent()), via: known, at: Date.now() };
}
