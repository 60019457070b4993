import { endpointPath } from "../../../../contract/paths.ts";
import { putDecision } from "../../deciding/decisionRequests.ts";
import { prepareDecision } from "../../deciding/prepareDecision.ts";
import { withdrawConsent } from "../../deciding/withdrawConsent.ts";
import { requestRule } from "../../defineRules.ts";
import { expectJson, expectStatus } from "../../expectations.ts";
import { NotTried } from "../../notTried.ts";
import { readPurposes } from "../../panelReading.ts";
import { erasedNamePath } from "./erasedNamePath.ts";
import { isViewerInHistory } from "./isViewerInHistory.ts";

export const nameErased = requestRule(
  {
    id: "name-erased",
    title: "An erased name is told nowhere any more, and what was decided stays",
    section: "docs/panel-api.md#the-requests",
    remedy: "Take name, id and salt out of every entry, and leave the rest.",
    occasion: "a person whom the history does not tell of before the run",
  },
  ["write"],
  async (context, expect) => {
    if (await isViewerInHistory(context)) {
      throw new NotTried(
        "The history told of this person before the test: her name stays.",
      );
    }
    const [first] = context.activities;
    if (!first) return;
    const { viewer } = await readPurposes(context);
    await withdrawConsent(context, first.id);
    const { etag, refusal } = await prepareDecision(context, first.id);
    await putDecision(context, first.id, etag, refusal);
    const before = expectJson(
      await context.get("/decisions"),
      context.contract.decisions,
    );
    const receipts = before.entries
      .flatMap(({ receipt, by }) => (receipt && by ? [receipt] : []))
      .slice(0, 3);
    for (let time = 0; time < 2; time += 1)
      expectStatus(await context.send("DELETE", erasedNamePath(viewer.id)), 200);
    const history = await context.get("/decisions");
    const { entries } = expectJson(history, context.contract.decisions);
    expect(
      history,
      entries.every(({ by }) => by?.id !== viewer.id && by?.name !== viewer.name),
      `Nothing of ${viewer.id}.`,
    );
    const kept = new Set(entries.map(({ id }) => id));
    expect(
      history,
      before.entries.every(({ id }) => kept.has(id)),
      "Every entry of before.",
    );
    const told = await readPurposes(context);
    for (const { decision } of Object.values(told.purposes))
      expect(told.exchange, decision.by === null, "by null in each decision.");
    const alone = await context.get(endpointPath("getDecision", { purpose: first.id }));
    expect(alone, JSON.parse(alone.text).by === null, "by null.");
    for (const id of receipts) {
      const exchange = await context.get(`/receipts/${id}`);
      expect(
        exchange,
        exchange.status === 200 && !exchange.text.includes("dpv:isIndicatedBy"),
        "A receipt without a name.",
      );
    }
    const chain = await context.get("/log");
    if (chain.status !== 200) return;
    const { events } = expectJson(chain, context.contract.log);
    const ids = new Set(before.entries.map(({ id }) => id));
    const salted = events.filter(({ event, salt }) => salt !== null && ids.has(event.id));
    expect(chain, salted.length === 0, "No salt of an erased name.");
  },
);
