import { endpointPath } from "../../../contract/paths.ts";
import { NotTried } from "../contractPromise.ts";
import { expectJson, expectStatus } from "../expectations.ts";
import { readPurposes } from "../panelReading.ts";
import { once } from "../state/once.ts";
import type { SuiteContext } from "../suiteContext.ts";
import { prepare, put, withdraw } from "../writing/acts.ts";
import { sendingRule } from "./rule.ts";

const section = "docs/panel-api.md#the-requests";

/** Whether the history told of this viewer before the suite decided anything. */
export const isToldBefore = once(async (context: SuiteContext): Promise<boolean> => {
  const exchange = await context.get("/decisions");
  const { viewer } = await readPurposes(context);
  const { entries, next } = expectJson(exchange, context.contract.decisions);
  return next !== null || entries.some(({ by }) => by?.id === viewer.id);
});

const nameOf = (id: string) => endpointPath("eraseName", { id });

export const nameRules = [
  sendingRule(
    {
      id: "name-of-nobody",
      title: "Erasing a name that is nowhere answers 200, and changes nothing",
      section,
      remedy: "Answer 200 whoever is named, and erase that person's name alone.",
    },
    ["write"],
    async (context, that) => {
      const before = await readPurposes(context);
      const history = await context.get("/decisions");
      const exchange = await context.send("DELETE", nameOf("nobody-of-this-name"));
      that(exchange, exchange.status === 200, "Status 200.");
      const after = await readPurposes(context);
      const told = (one: typeof before) =>
        JSON.stringify(Object.values(one.purposes).map(({ decision }) => decision));
      that(exchange, told(before) === told(after), "Every decision as before.");
      const again = await context.get("/decisions");
      const people = ({ text }: typeof again) =>
        JSON.stringify(JSON.parse(text).entries?.map((one: { by: unknown }) => one.by));
      that(
        exchange,
        again.text.length === 0 || people(history) === people(again),
        "Every name of the history as before.",
      );
    },
  ),
  sendingRule(
    {
      id: "name-erased",
      title: "An erased name is told nowhere any more, and what was decided stays",
      section,
      remedy: "Take name, id and salt out of every entry, and leave the rest.",
    },
    ["write"],
    async (context, that) => {
      if (await isToldBefore(context)) {
        throw new NotTried(
          "The history told of this person before the test: her name stays.",
        );
      }
      const [first] = context.activities;
      if (!first) return;
      const { viewer } = await readPurposes(context);
      await withdraw(context, first.id);
      const { etag, refusal } = await prepare(context, first.id);
      await put(context, first.id, etag, refusal);
      const before = expectJson(
        await context.get("/decisions"),
        context.contract.decisions,
      );
      const receipts = before.entries
        .flatMap(({ receipt, by }) => (receipt && by ? [receipt] : []))
        .slice(0, 3);
      for (let time = 0; time < 2; time += 1)
        expectStatus(await context.send("DELETE", nameOf(viewer.id)), 200);
      const history = await context.get("/decisions");
      const { entries } = expectJson(history, context.contract.decisions);
      that(
        history,
        entries.every(({ by }) => by?.id !== viewer.id && by?.name !== viewer.name),
        `Nothing of ${viewer.id}.`,
      );
      const kept = new Set(entries.map(({ id }) => id));
      that(
        history,
        before.entries.every(({ id }) => kept.has(id)),
        "Every entry of before.",
      );
      const told = await readPurposes(context);
      for (const { decision } of Object.values(told.purposes))
        that(told.exchange, decision.by === null, "by null in each decision.");
      const alone = await context.get(endpointPath("getDecision", { purpose: first.id }));
      that(alone, JSON.parse(alone.text).by === null, "by null.");
      for (const id of receipts) {
        const exchange = await context.get(`/receipts/${id}`);
        that(
          exchange,
          exchange.status === 200 && !exchange.text.includes("dpv:isIndicatedBy"),
          "A receipt without a name.",
        );
      }
      const chain = await context.get("/log");
      if (chain.status !== 200) return;
      const { events } = expectJson(chain, context.contract.log);
      const ids = new Set(before.entries.map(({ id }) => id));
      const salted = events.filter(
        ({ event, salt }) => salt !== null && ids.has(event.id),
      );
      that(chain, salted.length === 0, "No salt of an erased name.");
    },
  ),
];
