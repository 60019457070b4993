import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { irisOf, isKnownIri } from "../../test/support/irisOf.ts";
import { createContract, pageSize, privacyExport } from "../contract/index.ts";
import { liveConfigPolicy, policyText } from "../policy/index.ts";
import { createFakePanel, type Fault, people } from "../testing/index.ts";
import { collectExport, type ExportProgress } from "./collectExport.ts";
import { createClient, OutsideContract } from "./index.ts";

const policy = liveConfigPolicy();
const purpose = "server-statistics";

function open() {
  const panel = createFakePanel({ policy });
  const client = createClient(createContract(policy), { fetch: panel.fetch });
  const told: ExportProgress[] = [];
  const collect = () =>
    collectExport(client, {
      now: () => new Date("2026-01-16T08:00:00.000Z"),
      onProgress: (progress) => told.push(progress),
      signal: new AbortController().signal,
    });
  return { panel, collect, told };
}

const isText: NonNullable<Fault["on"]> = ({ path }) =>
  path?.startsWith("/policy/texts/") ?? false;

/** Refuses, grants, withdraws and has everything deleted. */
function live({ panel }: ReturnType<typeof open>) {
  panel.decideAs(people.admin, "crash-reports", "refuse");
  panel.decideAs(people.admin, purpose, "grant");
  panel.sent(purpose, "2026-01-01T00:00:00.000Z");
  const { pseudonym } = panel.state().purposes[purpose] ?? {};
  panel.decideAs(people.admin2, purpose, "withdraw");
  panel.deletion(purpose, { state: "confirmed", deleted: 1 });
  return pseudonym;
}

describe("an export", () => {
  test("has decisions, texts, receipts and log, as its schema says", async () => {
    const opened = open();
    live(opened);
    const all = await opened.collect();

    expect(z.parse(privacyExport, all)).toEqual(all);
    expect(all.decisions.map(({ event }) => event)).toEqual([
      "deletion-confirmed",
      "deletion-requested",
      "withdrawn",
      "granted",
      "refused",
    ]);
    expect(all.receipts.map((receipt) => receipt["kt:event"])).toEqual([
      "deletion-confirmed",
      "withdrawn",
      "granted",
      "refused",
    ]);
    expect(all.texts.map(({ text }) => text)).toEqual([policyText(policy, "de")]);
  });

  test("has no pseudonym", async () => {
    const opened = open();
    const pseudonym = live(opened);

    expect(pseudonym).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.stringify(await opened.collect())).not.toContain(pseudonym);
  });

  test("uses known terms alone", async () => {
    const opened = open();
    live(opened);
    const { receipts } = await opened.collect();

    expect(receipts.flatMap(irisOf).filter((iri) => !isKnownIri(iri))).toEqual([]);
  });

  test("reads every page, and tells how far it is until all is read", async () => {
    const { panel, collect, told } = open();
    for (let time = 0; time <= pageSize; time += 1) {
      panel.decideAs(people.admin, purpose, "grant");
    }
    const { decisions } = await collect();
    const last = told.at(-1);

    expect(decisions).toHaveLength(pageSize + 1);
    expect(last).toEqual({ read: last?.total, total: last?.total });
    expect(told.map(({ read }) => read)).toEqual([...told.keys()]);
  });

  test("tells a text that the panel does not know as missing", async () => {
    const { panel, collect } = open();
    panel.decideAs(people.admin, purpose, "refuse");
    panel.fault({ type: "problem", code: "not-found", on: isText });

    expect((await collect()).texts).toMatchObject([{ text: null }]);
  });

  test("is not made with another text than the one whose digest was recorded", async () => {
    const { panel, collect } = open();
    panel.decideAs(people.admin, purpose, "refuse");
    panel.fault({
      type: "status",
      status: 200,
      body: "Something else.\n",
      mediaType: "text/markdown",
      on: isText,
    });

    await expect(collect()).rejects.toBeInstanceOf(OutsideContract);
  });

  test("is not made by half", async () => {
    const { panel, collect } = open();
    panel.decideAs(people.admin, purpose, "refuse");
    panel.fault({
      type: "problem",
      code: "internal-error",
      on: ({ path }) => path?.startsWith("/receipts") ?? false,
    });

    await expect(collect()).rejects.toMatchObject({ code: "internal-error" });
  });
});
