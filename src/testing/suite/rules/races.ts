import { pageSize } from "../../../contract/pageOf.ts";
import { expectJson, expectProblem } from "../expectations.ts";
import { purposePath, readDecision, readPurposes } from "../panelReading.ts";
import type { SuiteContext } from "../suiteContext.ts";
import {
  prepare,
  put,
  readDecided,
  remove,
  requireUnlocked,
  withdraw,
} from "../writing/acts.ts";
import { readAddresses } from "./addresses.ts";
import { sendingRule } from "./rule.ts";

const section = "docs/panel-api.md#the-states";

/** The entries of a purpose; undefined where a page does not hold all of them. */
async function entriesOf(context: SuiteContext, id: string): Promise<number | undefined> {
  const { entries, next } = expectJson(
    await context.get("/decisions"),
    context.contract.decisions,
  );
  if (next !== null || entries.length > pageSize - 5) return undefined;
  const acts = entries.filter(({ event }) => !event.startsWith("deletion"));
  return acts.filter(({ purpose }) => purpose === id).length;
}

/** Requests that are on their way at the same time. */
export const raceRules = [
  ...(["refusal", "grant"] as const).map((act) =>
    sendingRule(
      {
        id: `one-${act}-wins`,
        title: `Of several at once under one tag one ${act} is taken, and written down once`,
        section,
        remedy: "Compare If-Match and write in one transaction.",
      },
      ["write"],
      async (context, that) => {
        for (const { id } of context.activities) {
          if (act === "grant") await requireUnlocked(context, id);
          await withdraw(context, id);
          for (let round = 0; round < 2; round += 1) {
            const seen = await prepare(context, id);
            const count = await entriesOf(context, id);
            const answers = await Promise.all(
              [1, 2, 3].map(() => put(context, id, seen.etag, seen[act])),
            );
            const taken = answers.filter(({ status }) => status === 200);
            const [first] = answers;
            if (!first) continue;
            that(first, taken.length === 1, `One taken; it is ${taken.length}.`);
            for (const one of answers)
              if (one.status !== 200) expectProblem(one, "decision-changed");
            const after = await entriesOf(context, id);
            const isOne =
              count === undefined || after === undefined || after === count + 1;
            that(first, isOne, `${(count ?? 0) + 1} entries; it is ${after}.`);
            await withdraw(context, id);
          }
        }
      },
    ),
  ),
  sendingRule(
    {
      id: "withdrawal-wins",
      title: "A withdrawal that meets a grant on its way is never lost",
      section,
      remedy: "Take every DELETE, after the grant or before it, under the same lock.",
    },
    ["write"],
    async (context, that) => {
      for (const { id } of context.activities) {
        await requireUnlocked(context, id);
        await withdraw(context, id);
        for (let round = 0; round < 3; round += 1) {
          const { etag, grant } = await prepare(context, id);
          const [granted, removed] = await Promise.all([
            put(context, id, etag, grant),
            remove(context, id),
          ]);
          const { decision } = await readDecision(context, id);
          that(
            removed,
            ["withdrawn", "undecided", "refused"].includes(decision.status),
            `Withdrawn; it is ${decision.status}.`,
          );
          if (granted.status !== 200) expectProblem(granted, "decision-changed");
          const told = readDecided(context, removed, 200, 202).decision;
          that(
            removed,
            told.sequence <= decision.sequence,
            "The sequence that the DELETE told.",
          );
          await withdraw(context, id);
        }
      }
    },
  ),
  sendingRule(
    {
      id: "every-delete-counts",
      title: "Every one of several DELETEs at once is taken and has a tag of its own",
      section,
      remedy: "Count the sequence with each DELETE, one after the other.",
    },
    ["write"],
    async (context, that) => {
      for (const { id } of context.activities) {
        const answers = await Promise.all([1, 2, 3].map(() => remove(context, id)));
        const tags = answers.map(({ headers }) => headers.get("ETag"));
        for (const one of answers)
          that(one, one.status === 200 || one.status === 202, "200 or 202.");
        const [first] = answers;
        if (first)
          that(
            first,
            new Set(tags).size === tags.length,
            `Three tags; they are ${tags.join()}.`,
            "ETag",
          );
      }
    },
  ),
  sendingRule(
    {
      id: "purposes-at-once",
      title: "Decisions on several purposes at once do not hinder each other",
      section,
      remedy: "Lock a purpose, or wait; never turn a decision down for another's.",
    },
    ["write"],
    async (context, that) => {
      const ids = context.activities.map(({ id }) => id);
      if (ids.length < 2) return;
      for (const id of ids) await withdraw(context, id);
      for (let round = 0; round < 2; round += 1) {
        const seen = await Promise.all(ids.map((id) => prepare(context, id)));
        const puts = await Promise.all(
          seen.map(({ etag, refusal }, at) => put(context, ids[at] ?? "", etag, refusal)),
        );
        for (const one of puts) that(one, one.status === 200, "200, for each purpose.");
        const removed = await Promise.all(ids.map((id) => remove(context, id)));
        for (const one of removed)
          that(
            one,
            one.status === 200 || one.status === 202,
            "200 or 202, for each purpose.",
          );
      }
    },
  ),
  sendingRule(
    {
      id: "tags-change",
      title:
        "A tag changes with whatever is told: after a decision no address answers 304 to the tag of before",
      section: "docs/panel-api.md#live-pages",
      remedy: "Make the tag from the whole answer.",
    },
    ["write"],
    async (context, that) => {
      const [first] = context.activities;
      if (!first) return;
      const addresses = (await readAddresses(context)).map(({ path }) => path);
      const own = context.activities.flatMap(({ id }) => [
        purposePath(id, "decision"),
        purposePath(id, "payload"),
      ]);
      const paths = [
        ...new Set([
          "/purposes",
          "/decisions",
          "/transmissions",
          "/log",
          ...own,
          ...addresses,
        ]),
      ];
      for (const { id } of context.activities) {
        const { purposes } = await readPurposes(context);
        const isLocked = purposes[id]?.activity.lock !== null;
        for (const act of isLocked ? ["withdraw"] : ["grant", "withdraw", "refuse"]) {
          const before = await Promise.all(paths.map((path) => context.get(path)));
          const { etag, grant, refusal } = await prepare(context, id);
          if (act === "grant") await put(context, id, etag, grant);
          else if (act === "refuse") await put(context, id, etag, refusal);
          else await withdraw(context, id);
          await new Promise((resolve) => setTimeout(resolve, 20));
          for (const [at, path] of paths.entries()) {
            const was = before[at];
            const tag = was?.headers.get("ETag");
            if (!was || !tag) continue;
            const is = await context.get(path);
            if (is.text === was.text || is.status !== 200) continue;
            const known = await context.get(path, { headers: { "If-None-Match": tag } });
            that(
              known,
              known.status !== 304,
              `200, for the answer is another than that of ${tag}.`,
              "ETag",
            );
          }
        }
        await withdraw(context, id);
      }
    },
  ),
];
