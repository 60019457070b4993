import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it, onTestFinished, vi } from "vitest";
import { createPanel, type PanelStore } from "../src/panel/index.ts";
import { endSend } from "../src/panel/rules/endSend.ts";
import { policyInForce } from "../src/policy/demo/referencePolicy.ts";
import { openSqliteStore } from "../src/stores/sqlite/index.ts";
import { transport } from "../src/testing/fixtures.ts";
import { filesWith, makeFolder } from "./support/folder.ts";
import { startStore } from "./support/storeProcess.ts";
import { uuidOf } from "./support/storeSubject.ts";

vi.setConfig({ testTimeout: 60_000 });

const fixture = new URL("./fixtures/unversionedFolder/", import.meta.url);
const killedAt = "2026-03-03T10:00:00.000Z";

/** What the panel that wrote the folder answered; see the fixture's contents.txt. */
const old: {
  readonly purposes: Record<string, OldPurpose>;
  readonly decisions: { readonly entries: readonly { readonly id: string }[] };
  readonly transmissions: {
    readonly entries: readonly { readonly id: string; readonly outcome: string }[];
  };
  readonly receipts: Record<string, object>;
  readonly bodies: Record<string, string | number>;
  readonly texts: Record<string, string>;
} = JSON.parse(readFileSync(new URL("answers.json", fixture), "utf8"));

interface OldPurpose {
  readonly decision: object;
  readonly etag: string;
  readonly activity: {
    readonly deletions: readonly object[];
    readonly pseudonym: string | null;
  };
  readonly transport: { readonly lastAttempt: object | null };
}

it("Every decision, entry, receipt, body and text is there", async () => {
  const { ask } = panelOver(open(await oldFolder()));

  const { entries: decisions } = await ask("/decisions");
  expect(decisions).toMatchObject(old.decisions.entries);
  const { entries: transmissions } = await ask("/transmissions");
  expect(transmissions).toMatchObject(
    old.transmissions.entries.map((entry) =>
      // That panel had already given up what was open when it was killed.
      entry.outcome === "aborted"
        ? { ...entry, outcome: "pending", nextAttemptAt: null }
        : entry,
    ),
  );
  for (const [id, receipt] of Object.entries(old.receipts)) {
    const told = await ask(`/receipts/${id}`);
    expect(told).toMatchObject(receipt);
    expect(told).not.toHaveProperty("kt:erasure");
  }
  for (const [id, body] of Object.entries(old.bodies)) {
    const path = transmissions.some((entry: { id: string }) => entry.id === id)
      ? `/transmissions/${id}/body`
      : `/decisions/${id}/payload`;
    const answer = await ask.raw(path);
    expect(answer.status === 200 ? await answer.text() : answer.status).toBe(body);
  }
  for (const [digest, beginning] of Object.entries(old.texts)) {
    const path = digest
      .replace(/^sha-256=:|=?:$/g, "")
      .replaceAll("+", "-")
      .replaceAll("/", "_");
    const answer = await ask.raw(`/policy/texts/${path}`);
    expect((await answer.text()).startsWith(beginning)).toBe(true);
  }
});

it("Every purpose stands as it stood, once what was cut off is written down", async () => {
  const store = open(await oldFolder());
  const { purposes: read } = await store.read();
  for (const [id, purpose] of Object.entries(old.purposes)) {
    expect(read[id]?.state).toMatchObject({
      lastAttempt: purpose.transport.lastAttempt,
      attempted: purpose.activity.pseudonym === null ? [] : [null],
    });
    expect(read[id]?.open.map(({ ownerLives }) => ownerLives)).toEqual([false]);
    for (const { entry } of read[id]?.open ?? []) {
      await store.change(id, (snapshot) =>
        endSend(snapshot, {
          entry: entry.id,
          result: {
            ...{ outcome: "interrupted", status: null },
            ...{ tls: "not-reached", signature: null },
          },
          uuid: () => crypto.randomUUID(),
          random: 0.5,
        }),
      );
    }
  }

  const { purposes } = await panelOver(store).ask("/purposes");
  for (const [id, { decision, etag, activity }] of Object.entries(old.purposes)) {
    expect(purposes[id]).toMatchObject({ decision, etag, activity });
  }
});

it("What waits is what waited: each item with its bytes, its UUID and its id", async () => {
  const folder = await oldFolder();
  const waited = rowsOf(folder, "outbox_item").filter(({ body }) => body !== null);
  const { purposes } = await open(folder).read();
  for (const [id, { items }] of Object.entries(purposes)) {
    expect(
      items.map(({ id, uuid, bytes }) => [id, uuid, new TextDecoder().decode(bytes)]),
    ).toEqual(
      waited
        .filter(({ purpose }) => purpose === id)
        .map(({ id, pseudonym, body }) => [id, pseudonym, String(body)]),
    );
  }
  expect(waited).toHaveLength(3);
});

it("The entries of both logs follow their times, and ends their beginnings", async () => {
  const store = open(await oldFolder());
  const entries = [
    ...(await store.page("decision", 100)),
    ...(await store.page("transmission", 100)),
  ].toSorted((a, b) => a.number - b.number);
  const times = entries.map(({ data }) => (data as { at: string }).at);
  expect(times).toEqual(times.toSorted());
  expect(times).toHaveLength(
    old.decisions.entries.length + old.transmissions.entries.length,
  );
});

it("A confirmation ends the grant that its request ended, not one given since", async () => {
  const folder = await oldFolder();
  const database = new Database(join(folder, "panel.sqlite"));
  const decisions = rowsOf(folder, "decision_log");
  const request = decisions.findLast(({ event }) => event === "deletion-requested");
  const isBefore = ({ number }: Record<string, unknown>) =>
    Number(number) < Number(request?.number);
  const grants = decisions.filter(
    ({ event, purpose }) => event === "granted" && purpose === request?.purpose,
  );
  expect(grants.every(isBefore)).toBe(false);
  database
    .prepare(
      `INSERT INTO decision_log (id, purpose, event, at)
       VALUES (?, 'server-statistics', 'deletion-confirmed', ?)`,
    )
    .run(uuidOf(1), killedAt);
  database
    .prepare(
      "UPDATE deletion_link SET confirmed = ?, pseudonym = NULL WHERE requested = ?",
    )
    .run(decisions.length + 1, request?.number);
  database.close();

  const store = open(folder);
  const ended = grants.findLast(isBefore)?.id;
  expect((await store.find("decision", uuidOf(1)))?.data).toMatchObject({ ended });
  expect((await store.read()).purposes["server-statistics"]?.state).toMatchObject({
    // Five attempts had begun, and the fifth has no end yet.
    deletions: [{ grant: ended, attempts: 4 }, { attempts: 1 }],
  });
});

it("A UUID of the old folder can be forgotten, out of every file", async () => {
  const folder = await oldFolder();
  const [{ pseudonym = "" } = {}] = rowsOf(folder, "outbox_item").filter(
    ({ pseudonym }) => pseudonym !== null,
  ) as { pseudonym?: string }[];
  const store = open(folder);
  expect(await filesWith(folder, pseudonym)).toContain("panel.sqlite");
  await store.change("server-statistics", ({ open: sends, items }) => ({
    result: undefined,
    end: sends.map(({ entry }) => entry.id),
    drop: items.map(({ id }) => id),
    forget: [pseudonym],
  }));
  expect(await store.purge()).toBe(true);
  expect(await filesWith(folder, pseudonym)).toEqual([]);
});

it("Whatever stops it halfway, the folder is as it was, and is brought over later", async () => {
  const folder = await oldFolder();
  const before = dumpOf(folder);
  for (let failing = 1; ; failing += 1) {
    let made = 0;
    const uuid = () => {
      made += 1;
      if (made === failing) throw new Error("stopped");
      return uuidOf(made);
    };
    try {
      await openSqliteStore({ folder, uuid }).close();
      expect(failing).toBeGreaterThan(20);
      break;
    } catch (error) {
      expect(error).toEqual(new Error("stopped"));
      expect(dumpOf(folder)).toEqual(before);
    }
  }
  const { entries } = await panelOver(open(folder)).ask("/decisions");
  expect(entries).toMatchObject(old.decisions.entries);
});

it("A process that is killed halfway leaves the folder as it was", async () => {
  const folder = await oldFolder();
  const before = dumpOf(folder);
  expect((await startStore(folder, { STORE_KILL_AT: "9" })).said).toBe("ended");
  expect(dumpOf(folder)).toEqual(before);
  expect((await startStore(folder)).said).toBe("open");
});

async function oldFolder(): Promise<string> {
  const folder = await makeFolder();
  copyFileSync(new URL("panel.sqlite", fixture), join(folder, "panel.sqlite"));
  return folder;
}

function open(folder: string): PanelStore {
  const store = openSqliteStore({ folder, now: () => new Date(killedAt) });
  onTestFinished(store.close);
  return store;
}

/** A panel with the policy that was in force, and somebody who may look. */
function panelOver(store: PanelStore) {
  const panel = createPanel({
    policy: policyInForce("2026-03-01"),
    store,
    viewer: () => ({ id: "auditor", name: "Auditor", mayDecide: false }),
    payloads: { read: () => ({}) },
    sender: { transport: () => transport },
    origins: ["http://127.0.0.1"],
  });
  const raw = (path: string) =>
    panel.handle(new Request(`http://127.0.0.1/api/privacy${path}`));
  const ask = async (path: string) => (await raw(path)).json();
  return { ask: Object.assign(ask, { raw }) };
}

function rowsOf(folder: string, table: string): Record<string, unknown>[] {
  const database = new Database(join(folder, "panel.sqlite"), { readonly: true });
  try {
    return database.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all();
  } finally {
    database.close();
  }
}

/** All that a database holds, with its schema and version. */
function dumpOf(folder: string) {
  const database = new Database(join(folder, "panel.sqlite"));
  try {
    const version = database.pragma("user_version");
    const schema = database.prepare("SELECT * FROM sqlite_schema").all();
    const names = database
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .pluck()
      .all();
    const rows = names.map((name) => database.prepare(`SELECT * FROM "${name}"`).all());
    return { version, schema, rows };
  } finally {
    database.close();
  }
}
