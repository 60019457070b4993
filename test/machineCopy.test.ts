import { cp } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import { readMachine } from "../src/panel/readMachine.ts";
import { databaseFile } from "../src/stores/sqlite/openDatabase.ts";
import { askState } from "./support/askState.ts";
import { filesWith, makeFolder } from "./support/folder.ts";
import { startReceiver } from "./support/receiver.ts";
import {
  debian,
  decide,
  decisionPath,
  startTestPanel,
  type TestPerson,
} from "./support/startTestPanel.ts";

const statistics = "server-statistics";
const timeout = 60_000;
const original = "0123456789abcdef0123456789abcdef";
const copy = "fedcba9876543210fedcba9876543210";
const machine = (id: string) => ({
  ...debian({ nginx: "1.22.1-9+deb12u1" }),
  ...(id === "" ? {} : { "/etc/machine-id": `${id}\n` }),
});

const startVendor = () =>
  startReceiver({
    answer: ({ line }) =>
      line.includes("/erasures")
        ? { status: 200, body: '{"deleted": 1, "at": "2026-01-31T10:00:00Z"}' }
        : { status: 202 },
  });

/** A server that has sent once, and another panel over a copy of its folder. */
async function startCopy({
  before = original,
  after = copy,
  changed = (_: string) => {},
}) {
  const vendor = await startVendor();
  const first = await startTestPanel({
    tree: machine(before),
    config: { vendor: vendor.config },
  });
  const admin = await first.signIn("admin");
  await decide(admin, statistics, "granted");
  await first.tick();
  const { pseudonym } = (await askState(admin, statistics)).activity;
  await first.stop();
  const dataFolder = join(await makeFolder(), "data");
  await cp(first.dataFolder, dataFolder, { recursive: true });
  changed(dataFolder);
  const second = await startTestPanel({
    tree: machine(after),
    config: { vendor: vendor.config, dataFolder },
  });
  return {
    ...{ vendor, first, second, dataFolder, pseudonym: String(pseudonym) },
    person: await second.signIn("admin"),
    sent: () => vendor.received.map(({ line }) => line.split(" ")[1]),
  };
}

const stateFile = (folder: string) => new DatabaseSync(join(folder, databaseFile));

/** All that a person can be told. */
async function everyAnswer(person: TestPerson): Promise<string> {
  const lists = await Promise.all(
    ["/purposes", "/decisions", "/transmissions", "/policy", "/log"].map((path) =>
      person.send("GET", path),
    ),
  );
  const { entries } = JSON.parse(lists[1]?.text ?? "");
  const receipts = entries.flatMap(({ receipt }: { receipt: string | null }) =>
    receipt === null ? [] : [person.send("GET", `/receipts/${receipt}`)],
  );
  const payload = await person.send("GET", `/purposes/${statistics}/payload`);
  return [...lists, ...(await Promise.all(receipts)), payload]
    .map(({ text, headers }) => text + JSON.stringify(headers))
    .join("\n");
}

describe("a panel on a copy of a server", { timeout }, () => {
  test("reports nothing under the original's pseudonym, and says why", async () => {
    const { second, person, pseudonym, sent } = await startCopy({});
    await second.tick();
    const { decision, activity } = await askState(person, statistics);

    expect(decision.status).toBe("granted");
    expect(activity).toMatchObject({
      ...{ effective: false, suspended: "machine-changed", nextAt: null, pseudonym },
    });
    expect(sent()).toEqual(["/v1/server-statistics"]);
  });

  test("sends under a UUID of its own once consent is given there", async () => {
    const { second, person, pseudonym, sent, vendor } = await startCopy({});
    expect((await decide(person, statistics, "granted")).status).toBe(200);
    await second.tick();
    const { activity } = await askState(person, statistics);

    expect(activity).toMatchObject({ effective: true, suspended: null, deletions: [] });
    expect(activity.pseudonym).not.toBe(pseudonym);
    expect(sent()).toEqual(["/v1/server-statistics", "/v1/server-statistics"]);
    expect(vendor.received[1]?.body.toString()).toContain(String(activity.pseudonym));
  });

  test("has the original's data erased where it is withdrawn", async () => {
    const { second, person, pseudonym, sent, vendor } = await startCopy({});
    await person.send("DELETE", decisionPath(statistics));
    await second.tick();

    expect(sent()).toEqual(["/v1/server-statistics", "/v1/erasures"]);
    expect(vendor.received[1]?.body.toString()).toContain(pseudonym);
  });

  test.each([
    ["of the same id", { after: original }],
    ["that tells no id", { after: "" }],
  ])("goes on on a server %s", async (_name, given) => {
    const { person } = await startCopy(given);

    expect((await askState(person, statistics)).activity).toMatchObject({
      ...{ effective: true, suspended: null },
    });
  });

  test("notices while it runs, too", async () => {
    const { second, person } = await startCopy({ after: original });
    await second.layOut({ "/etc/machine-id": `${copy}\n` });
    await second.tick();

    expect((await askState(person, statistics)).activity.suspended).toBe(
      "machine-changed",
    );
  });
});

test("a folder of an earlier version opens, its consent goes on, and is bound from then on", {
  timeout,
}, async () => {
  const { second, person, dataFolder } = await startCopy({
    after: original,
    changed: (folder) => {
      const database = stateFile(folder);
      const changed = database
        .prepare("UPDATE purpose SET state = json_remove(state, '$.machine')")
        .run();
      expect(Number(changed.changes)).toBeGreaterThan(0);
      database.close();
    },
  });
  expect((await askState(person, statistics)).activity.suspended).toBeNull();
  await second.layOut({ "/etc/machine-id": `${copy}\n` });
  await second.restart({ config: { dataFolder } });

  expect(
    (await askState(await second.signIn("admin"), statistics)).activity.suspended,
  ).toBe("machine-changed");
});

test("nothing of a server's id is in any answer, and after a withdrawal in no file", {
  timeout,
}, async () => {
  const vendor = await startVendor();
  const panel = await startTestPanel({
    tree: machine(original),
    config: { vendor: vendor.config },
  });
  await decide(await panel.signIn("admin"), statistics, "granted");
  await panel.tick();
  await panel.stop();
  const database = stateFile(panel.dataFolder);
  const row = database
    .prepare(
      "SELECT json_extract(state, '$.machine.key') AS key, json_extract(state, '$.machine.mac') AS mac FROM purpose WHERE id = ?",
    )
    .get(statistics);
  database.close();
  const kept = [String(row?.key), String(row?.mac)];
  for (const text of kept) {
    expect(text.length).toBeGreaterThan(40);
    expect(await filesWith(panel.dataFolder, text)).not.toEqual([]);
  }
  await panel.restart();
  const admin = await panel.signIn("admin");
  const before = await everyAnswer(admin);
  await admin.send("DELETE", decisionPath(statistics));
  await panel.tick();
  const after = await everyAnswer(admin);
  expect(
    JSON.parse((await admin.send("GET", "/purposes")).text).purposes[statistics],
  ).toMatchObject({ activity: { deletions: [{ state: "confirmed" }] } });

  for (const text of [...kept, original]) {
    expect(before).not.toContain(text);
    expect(after).not.toContain(text);
    expect(await filesWith(panel.dataFolder, text)).toEqual([]);
    expect(
      JSON.stringify(vendor.received.map(({ body }) => body.toString())),
    ).not.toContain(text);
  }
});

test("an id that cannot be told is reported, and nothing is checked", async () => {
  const reported: unknown[] = [];
  const error = new Error("There is none.");
  const payloads = {
    read: () => "",
    machine: () => {
      throw error;
    },
  };

  expect(await readMachine(payloads, (one) => reported.push(one))).toBeNull();
  expect(reported).toEqual([error]);
});
