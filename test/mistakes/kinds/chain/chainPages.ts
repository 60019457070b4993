import { type Loose, problem, says, takes, tells } from "../../faultyPanel/faults.ts";
import { jsonNow } from "../../faultyPanel/readNow.ts";
import { all, any, is, type Where } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { tellsChain } from "./tellsChain.ts";

const bad: Where = ({ query }) =>
  [...query].some(
    ([name, value]) => ["after", "upTo"].includes(name) && !/^\d{1,15}$/.test(value),
  );

/** The chain is numbered or paged wrongly. */
export const chainPages: readonly Mistake[] = [
  {
    id: "numbers-from-zero",
    sentence: "The numbers of the chain begin with 0",
    plant: tellsChain((one) => ({ number: one.number - 1 })),
  },
  {
    id: "numbers-of-page",
    sentence: "The numbers of the chain begin anew on each page",
    plant: tellsChain((_one, at) => ({ number: at + 1 })),
  },
  {
    id: "chain-newest-first",
    sentence: "The chain is told newest first",
    plant: tells(is.chain, (page) => ({ ...page, events: page.events.toReversed() })),
  },
  {
    id: "chain-without-log",
    sentence: "The chain has the history alone",
    plant: tells(is.chain, (page) => ({
      ...page,
      events: page.events.filter((one: Loose) => one.event.log === "decision"),
    })),
  },
  {
    id: "chain-without-ends",
    sentence: "The chain has no ends of attempts",
    plant: tells(is.chain, (page) => ({
      ...page,
      events: page.events.filter((one: Loose) => one.event.ends === null),
    })),
  },
  {
    id: "up-to-ignored",
    sentence: "upTo is not looked at",
    plant: takes(
      all(is.chain, ({ query }) => query.has("upTo")),
      (hop) => ({
        path: `/log${hop.query.has("after") ? `?after=${hop.query.get("after")}` : ""}`,
      }),
    ),
  },
  {
    id: "up-to-now",
    sentence: "upTo of an answer is another than its last page has",
    plant: tells(is.chain, (page) => ({ ...page, upTo: page.upTo + 5 })),
  },
  {
    id: "after-ignored",
    sentence: "after is not looked at in the chain",
    plant: takes(
      all(is.chain, ({ query }) => query.has("after")),
      { path: "/log" },
    ),
  },
  {
    id: "after-included",
    sentence: "after is told once more in the chain",
    plant: takes(
      all(is.chain, ({ query }) => /^[1-9]\d*$/.test(query.get("after") ?? "")),
      (hop) => ({
        path: `/log?after=${Number(hop.query.get("after")) - 1}${hop.query.has("upTo") ? `&upTo=${hop.query.get("upTo")}` : ""}`,
      }),
    ),
  },
  {
    id: "chain-bad-cursor",
    sentence: "A cursor of the chain that is none is taken for the first page",
    plant: takes(all(is.chain, bad), { path: "/log" }),
  },
  {
    id: "chain-ends-early",
    sentence: "The chain ends after its first page",
    plant: tells(is.chain, (page) => ({ ...page, next: null })),
  },
  {
    id: "chain-page-long",
    sentence: "A page of the chain has more than fifty events",
    plant: tells(is.chain, async (page, hop) => {
      if (page.next === null) return page;
      const rest = await jsonNow(hop, `/log?after=${page.next}&upTo=${page.upTo}`);
      return { ...page, events: [...page.events, ...rest.events], next: rest.next };
    }),
  },
  {
    id: "chain-stored",
    sentence: "The chain is another for another viewer",
    plant: tells(
      all(is.chain, ({ headers }) => headers.get("Cookie")?.includes("auditor") ?? false),
      (page) => ({
        ...page,
        events: page.events.filter((one: Loose) => one.event.name === null),
      }),
    ),
  },
  {
    id: "chain-cursor-fails",
    sentence: "A cursor of the chain that is none fails with 500",
    plant: says(all(any(is.chain), bad), () => problem("internal-error")),
  },
];
