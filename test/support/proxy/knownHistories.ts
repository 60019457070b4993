import type { History, Step } from "./historySteps.ts";
import type { Intermediary } from "./intermediaries.ts";

const turn: Step = { act: "turn" };
const wait = (seconds: number): Step => ({ act: "wait", seconds });
const proxy = (mood: Intermediary | "none"): Step => ({ act: "proxy", mood });
const over = (
  steps: readonly Step[],
  { isGranted = false, knowsViewer = false } = {},
): History => ({ isGranted, knowsViewer, steps });

/** Histories over which a page once said something false, or lost a withdrawal. */
export const knownHistories: readonly History[] = [
  // Somebody else sets the withdrawal aside before its person is back.
  over([
    ...[turn, { act: "session", who: "admin2" } as const],
    ...[proxy("a sign-in page at the same origin"), turn],
    ...[proxy("a cache that tells Age"), wait(2), { act: "leave" } as const],
    { act: "other", what: "grant" },
  ]),
  // A sign-in page answers the withdrawal, and the page is loaded anew.
  over([proxy("a sign-in page at the same origin"), turn, wait(2), { act: "reload" }], {
    isGranted: true,
  }),
  // Somebody else signs in, and what they withdraw waits behind a sign-in page.
  over(
    [
      ...[{ act: "session", who: "admin2" } as const, turn, turn],
      ...[proxy("a sign-in page at the same origin"), turn, proxy("a cache by path")],
    ],
    { isGranted: true },
  ),
  // The firewall is switched on after the consent.
  over([turn, wait(2), proxy("a firewall that blocks every write"), turn, wait(15)]),
  // Weak tags, and a grant whose reading was lost.
  over([
    ...[proxy("gzip, and no answer to /purposes"), turn, wait(2)],
    ...[proxy("a connection that breaks"), turn, wait(2)],
    ...[proxy("gzip on everything"), wait(6)],
  ]),
  // A cache that knows the time before the consent.
  over([proxy("a cache by path"), wait(6), turn, wait(6), { act: "reload" }, turn]),
  // An earlier withdrawal's answer comes again.
  over([
    ...[turn, wait(2), proxy("a cache of writes"), turn, wait(2), proxy("none")],
    ...[turn, wait(2), proxy("a cache of writes"), turn, wait(15)],
  ]),
  // A consent arrives after the page has said that the panel does not have it.
  over([proxy("writes that arrive late"), turn, wait(40), proxy("none"), wait(6)]),
  // A reading from before a refusal comes after its answer.
  over([proxy("answers that arrive late"), wait(40), wait(2), { act: "refuse" }]),
  // Somebody else is signed in between two polls.
  over([
    ...[turn, { act: "session", who: "admin2" } as const],
    ...[proxy("JSON of another program"), turn, proxy("none"), wait(2)],
  ]),
  // Somebody decides anew while nothing can be read.
  over(
    [
      ...[proxy("a rate limit that names no time"), turn, turn],
      ...([{ act: "reload" }, { act: "other", what: "grant" }, wait(2)] as const),
    ],
    { knowsViewer: true },
  ),
];
