import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { digest } from "../src/payload/digest.ts";
import { runPanel } from "./support/runPanel.ts";
import { decide, startTestPanel, type TestPerson } from "./support/startTestPanel.ts";

const statistics = "server-statistics";

async function stateOf(person: TestPerson) {
  const { purposes, store } = JSON.parse((await person.send("GET", "/purposes")).text);
  return { ...purposes[statistics], store };
}

async function snapshotOf(folder: string) {
  const names = (await readdir(folder, { recursive: true })).toSorted();
  // Reading the file of the lock in this process would give the lock away.
  const files = names.filter((name) => /\.(sqlite|json|pem|log)$|port$/.test(name));
  const digests = files.map(async (name) =>
    digest(new Uint8Array(await readFile(join(folder, name)))),
  );
  return { names, digests: await Promise.all(digests) };
}

describe("a second process on the folder of a panel", { timeout: 30_000 }, () => {
  test("ends at once with what to do, writes nothing, and disturbs nothing", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    await decide(person, statistics, "refused");
    const before = await snapshotOf(panel.dataFolder);
    const began = performance.now();
    const second = await runPanel({ PORT: "0", KLARTEXT_DATA: panel.dataFolder });
    const took = performance.now() - began;
    const after = await snapshotOf(panel.dataFolder);
    const withdrawn = await person.send("DELETE", "/purposes/server-statistics/decision");

    expect(second.code).toBe(1);
    expect(second.stdout).toBe("");
    expect(second.stderr).toContain("Another panel uses it.");
    expect(second.stderr).toContain("KLARTEXT_DATA");
    expect(took).toBeLessThan(8_000);
    expect(after).toEqual(before);
    expect([200, 202]).toContain(withdrawn.status);
  });
});

describe("a folder that was restored from a backup", () => {
  test("begins a new epoch for one start, and asks for every consent anew", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    await decide(person, statistics, "granted");
    await panel.tick();
    const before = await stateOf(person);
    await panel.restart({ config: { isNewEpoch: true } });
    const restored = await stateOf(person);
    await panel.restart();
    const later = await stateOf(person);
    await decide(person, statistics, "granted");
    const renewed = await stateOf(person);

    expect(restored.store.epoch).not.toBe(before.store.epoch);
    expect(later.store.epoch).toBe(restored.store.epoch);
    expect(restored.decision.status).toBe("granted");
    expect(restored.activity).toMatchObject({
      ...{ effective: false, suspended: "store-restored", nextAt: null },
    });
    expect(later.activity.suspended).toBe("store-restored");
    expect(renewed.activity).toMatchObject({ effective: true, suspended: null });
    expect(renewed.activity.pseudonym).not.toBe(before.activity.pseudonym);
  });
});
