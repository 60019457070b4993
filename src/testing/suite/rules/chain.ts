import type { ChainedEvent } from "../../../contract/logPage.ts";
import { checkExport } from "../../../panel/chain/index.ts";
import { NotTried } from "../contractPromise.ts";
import type { Exchange } from "../exchange.ts";
import { expectJson, expectProblem, expectThat } from "../expectations.ts";
import { readPolicy } from "../panelReading.ts";
import { reachHistory } from "../reading/reachHistory.ts";
import { once } from "../state/once.ts";
import { readState } from "../state/panelState.ts";
import type { SuiteContext } from "../suiteContext.ts";
import { sendingRule } from "./rule.ts";

const section = "docs/export.md#the-chain";

/** So many pages of the chain are read. */
const most = 8;

/** State and chain, read when they are asked for first. */
const readChain = once(async (context: SuiteContext) => {
  await reachHistory(context);
  const state = await readState(context);
  const first = await context.get("/log");
  const numbers = [
    ...(state.history.value?.entries ?? []),
    ...(state.log.value?.entries ?? []),
  ].flatMap((one) => one.number ?? []);
  if (first.status === 404) {
    expectProblem(first, "not-found");
    expectThat(first, numbers.length === 0, "A chain, as entries have numbers in one.");
    throw new NotTried("This panel keeps no chain.");
  }
  let page = expectJson(first, context.contract.log);
  const { upTo } = page;
  const events: ChainedEvent[] = [...page.events];
  let last: Exchange = first;
  for (let count = 1; page.next !== null && count < most; count += 1) {
    last = await context.get(`/log?after=${page.next}&upTo=${upTo}`);
    page = expectJson(last, context.contract.log);
    expectThat(last, page.upTo === upTo, `upTo ${upTo}, as on the first page.`);
    events.push(...page.events);
  }
  return { state, events, upTo, isWhole: page.next === null, exchange: last };
});

export const chainRules = [
  sendingRule(
    {
      id: "chain-links",
      title:
        "Each event of the chain follows from the one before, and entries are as their events say",
      section,
      remedy:
        "Append an event in the transaction that writes the entry; never change one.",
    },
    ["read"],
    async (context, that) => {
      const { state, events, exchange, isWhole, upTo } = await readChain(context);
      const { policy } = await readPolicy(context);
      const checked = checkExport({
        ...{
          format: "klartext-export",
          version: 2,
          exportedAt: new Date().toISOString(),
        },
        ...{ policy, texts: [], receipts: [], log: { epoch: "", events } },
        decisions: (state.history.value?.entries ?? []).filter(
          (one) => (one.number ?? 0) <= upTo,
        ),
        transmissions: (state.log.value?.entries ?? []).filter(
          (one) => (one.number ?? 0) <= upTo,
        ),
      });
      const areWhole =
        state.history.value?.next === null && state.log.value?.next === null;
      const findings = (checked?.findings ?? []).filter(({ kind }) =>
        kind === "entry-missing"
          ? areWhole && isWhole
          : kind !== "entry-added" || isWhole,
      );
      that(
        exchange,
        findings.length === 0,
        `A chain that holds; ${JSON.stringify(findings.slice(0, 3))}.`,
      );
    },
  ),
  sendingRule(
    {
      id: "chain-head",
      title: "The store's number and head are those of the last event",
      section,
      remedy: "Keep number and head of the store with each event.",
    },
    ["read"],
    async (context, that) => {
      const { state, events, isWhole, upTo } = await readChain(context);
      const { exchange, value } = state.purposes;
      const last = events.at(-1);
      if (!value || !isWhole || !state.isStill || !last) return;
      that(exchange, last.number === upTo, `The number ${last.number} as upTo.`);
      const { number, head } = value.store;
      const found = events.find((one) => one.number === number);
      that(exchange, found?.head === head, `The head ${found?.head} of event ${number}.`);
      const isNewest = number === last.number;
      that(exchange, isNewest, `The number ${last.number}.`);
    },
  ),
  sendingRule(
    {
      id: "chain-names",
      title: "The chain holds no name, no bytes and no salt twice",
      section,
      remedy: "Put a name in as SHA-256 over salt, id and name; bytes as their digest.",
    },
    ["read"],
    async (context, that) => {
      const { state, events, exchange } = await readChain(context);
      const people = (state.history.value?.entries ?? []).flatMap(({ by }) =>
        by ? [by.id, by.name] : [],
      );
      const salts = events.flatMap(({ salt }) => salt ?? []);
      that(
        exchange,
        new Set(salts).size === salts.length,
        "A salt of its own for each name.",
      );
      for (const { event, number } of events) {
        const { signed: _signed, ...data } = {
          ...(event.data as Record<string, unknown>),
        };
        const values = Object.values(data).filter((one) => typeof one === "string");
        const isPlain = values.some((one) => people.includes(one));
        that(exchange, !isPlain, `Event ${number}: no name in plain.`);
        const isLong =
          JSON.stringify(data).length > 2_000 || values.some((one) => one.includes("\n"));
        that(exchange, !isLong, `Event ${number}: no bytes.`);
        if (context.write && number === events.at(-1)?.number) {
          that(exchange, !event.migrated, `Event ${number}: not migrated, it is new.`);
        }
      }
    },
  ),
  sendingRule(
    {
      id: "chain-cursors",
      title: "The chain is read from after one number up to another",
      section,
      remedy:
        "Answer the events above after and up to upTo, oldest first; 400 to what is no number.",
    },
    ["read"],
    async (context, that) => {
      const { events } = await readChain(context);
      const [first, second, third] = events;
      if (first && second && third) {
        const exchange = await context.get(
          `/log?after=${first.number}&upTo=${second.number}`,
        );
        const page = expectJson(exchange, context.contract.log);
        const numbers = page.events.map(({ number }) => number).join();
        that(exchange, numbers === `${second.number}`, `Event ${second.number} alone.`);
        that(exchange, page.upTo === second.number, `upTo ${second.number}.`);
      }
      for (const query of ["after=x", "after=-1", "upTo=x", "after=1.5"]) {
        const exchange = await context.get(`/log?${query}`);
        that(exchange, true, "400");
        expectProblem(exchange, "malformed-body");
      }
    },
  ),
];
