import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { collectExport } from "../src/client/collectExport.ts";
import { createClient } from "../src/client/index.ts";
import { createContract } from "../src/contract/index.ts";
import { liveConfigPolicy } from "../src/policy/index.ts";
import { createFakePanel, people } from "../src/testing/index.ts";
import {
  changedAnswer,
  otherKey,
  signedAnswer,
  vendorKey,
} from "./fixtures/signedAnswer.ts";
import { makeFolder } from "./support/folder.ts";
import { runCommandLine } from "./support/runCommandLine.ts";

const policy = liveConfigPolicy();
const purpose = "server-statistics";

/** An export and its receipts, as files in a folder of the test. */
async function saved() {
  const panel = createFakePanel({ policy });
  panel.decideAs(people.admin, purpose, "grant");
  panel.sent(purpose, "2026-01-01T00:00:00.000Z");
  panel.decideAs(people.admin, purpose, "withdraw");
  panel.deletion(purpose, { state: "confirmed", deleted: 2 });
  const client = createClient(createContract(policy), { fetch: panel.fetch });
  const all = await collectExport(client, {
    now: () => new Date("2026-01-16T08:00:00.000Z"),
    onProgress: () => {},
    signal: new AbortController().signal,
  });
  const folder = await makeFolder();
  const save = async (name: string, content: unknown) => {
    const file = join(folder, name);
    const text = typeof content === "string" ? content : JSON.stringify(content);
    await writeFile(file, text);
    return file;
  };
  const [deletion, withdrawal] = all.receipts;
  return { all, save, deletion, withdrawal };
}

describe("klartext verify-receipt", () => {
  test("says what a signed deletion proves and what not, in both languages", async () => {
    const { save, deletion } = await saved();
    const file = await save("receipt.json", {
      ...deletion,
      "kt:signedAnswer": signedAnswer,
    });
    const key = await save("vendor.pub", vendorKey.publicKey);
    const english = await runCommandLine(["verify-receipt", file, "--key", key]);
    const german = await runCommandLine([
      "verify-receipt",
      file,
      "--key",
      key,
      "--language=de",
    ]);

    expect([english.status, german.status]).toEqual([0, 0]);
    expect(english.printed).toMatch(/^What this shows: the holder of this key .*2026/);
    expect(english.printed).toContain("The answer is: 2 deleted.");
    expect(english.printed).toContain("What it does not show: that the data is gone");
    expect(german.printed).toMatch(/^Belegt: Der Inhaber dieses Schlüssels .*2026/);
    expect(german.printed).toContain("Nicht belegt: dass die Daten gelöscht sind");
  });

  test.each([
    ["was changed", changedAnswer, vendorKey, "does not fit"],
    ["is signed with another key", signedAnswer, otherKey, "signed with another key"],
    ["is not signed", undefined, vendorKey, "carries no signed answer"],
  ])(
    "fails for a receipt whose answer %s",
    async (_name, answer, { publicKey }, said) => {
      const { save, deletion } = await saved();
      const file = await save("receipt.json", {
        ...deletion,
        ...(answer && { "kt:signedAnswer": answer }),
      });
      const key = await save("vendor.pub", publicKey);
      const run = await runCommandLine(["verify-receipt", file, "--key", key]);

      expect([run.status, run.printed]).toEqual([1, expect.stringContaining(said)]);
    },
  );

  test("tells programs the finding as JSON", async () => {
    const { save, deletion } = await saved();
    const file = await save("receipt.json", {
      ...deletion,
      "kt:signedAnswer": signedAnswer,
    });
    const key = await save("vendor.pub", vendorKey.publicKey);
    const run = await runCommandLine(["verify-receipt", file, "--key", key, "--json"]);

    expect(JSON.parse(run.printed)).toMatchObject({ state: "signed" });
  });

  test("is used wrongly without a key, a receipt, or with something else", async () => {
    const { save, deletion } = await saved();
    const file = await save("receipt.json", deletion);
    const other = await save("other.json", "{}");
    const key = await save("vendor.pub", vendorKey.publicKey);
    const runs = await Promise.all([
      runCommandLine(["verify-receipt"]),
      runCommandLine(["verify-receipt", file]),
      runCommandLine(["verify-receipt", file, "--key", other]),
      runCommandLine(["verify-receipt", other, "--key", key]),
      runCommandLine(["verify-receipt", join(file, "nowhere"), "--key", key]),
    ]);

    expect(runs.map(({ status, printed }) => [status, printed])).toEqual(
      runs.map(() => [2, ""]),
    );
  });
});

describe("klartext verify-log", () => {
  test("says that an export fits, and goes on from a receipt", async () => {
    const { all, save, withdrawal } = await saved();
    const file = await save("export.json", all);
    const head = await save("receipt.json", withdrawal);
    const alone = await runCommandLine(["verify-log", file]);
    const english = await runCommandLine(["verify-log", file, "--head", head]);
    const german = await runCommandLine([
      "verify-log",
      file,
      "--head",
      head,
      "--language=de",
    ]);

    expect([alone.status, english.status, german.status]).toEqual([0, 0, 0]);
    expect(alone.printed).toContain("only checked that the export fits itself");
    expect(english.printed).toContain("History and log fit the chain.");
    expect(english.printed).toMatch(/The chain goes on from the receipt \(event \d+\)\./);
    expect(german.printed).toContain("Die Kette schließt an den Beleg an");
  });

  test("names the entry that was changed", async () => {
    const { all, save } = await saved();
    const [first, ...rest] = all.decisions;
    const changed = {
      ...all,
      decisions: [{ ...first, at: "2020-01-01T00:00:00.000Z" }, ...rest],
    };
    const run = await runCommandLine(["verify-log", await save("export.json", changed)]);

    expect(run.status).toBe(1);
    expect(run.printed).toContain(
      `The entry of event ${first?.number} (${first?.id}) says something else than the event.`,
    );
  });

  test("says that a restore lies between, or that the past was rewritten", async () => {
    const { all, save, withdrawal } = await saved();
    const chain = withdrawal?.["kt:chain"];
    const file = await save("export.json", all);
    const headOf = (changed: object) =>
      save("receipt.json", { ...withdrawal, "kt:chain": { ...chain, ...changed } });
    const otherHead = `sha-256=:${"A".repeat(43)}=:`;
    const run = async (changed: object) =>
      runCommandLine(["verify-log", file, "--head", await headOf(changed)]);

    expect((await run({ "kt:head": otherHead })).printed).toContain("was rewritten");
    expect((await run({ "kt:head": otherHead, "kt:epoch": "other" })).printed).toContain(
      "a backup was restored in between",
    );
    expect(await run({ "kt:number": 999 })).toMatchObject({ status: 1 });
  });

  test("has nothing to check in an export without a chain", async () => {
    const { all, save } = await saved();
    const run = await runCommandLine([
      "verify-log",
      await save("e.json", { ...all, log: null }),
    ]);

    expect([run.status, run.printed]).toEqual([
      1,
      expect.stringContaining("holds no chain"),
    ]);
  });
});
