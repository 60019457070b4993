import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { buildTexts } from "../src/panel/buildTexts.ts";
import { createMemoryStore, type PanelStore } from "../src/panel/index.ts";
import { decide } from "../src/panel/rules/decide.ts";
import { isProblem } from "../src/panel/rules/problem.ts";
import { readPurposeData } from "../src/panel/rules/purposeData.ts";
import { consentActivities, liveConfigPolicy } from "../src/policy/index.ts";
import { openPostgresStore } from "../src/stores/postgres/index.ts";
import { openSqliteStore } from "../src/stores/sqlite/index.ts";
import { startPostgres } from "../test/support/postgresServer.ts";
import { median } from "./bench/median.ts";

/**
 * Measures how many refusals a second each store keeps, beside the bare commits of what it is
 * made of, by turns in one run, and writes the table into docs/performance.md. PostgreSQL
 * waits for its disk, as a server does that keeps anything.
 */
const rounds = Number(process.env.BENCH_RUNS ?? 7);
const many = 200;
const file = join(import.meta.dirname, "../docs/performance.md");
const policy = liveConfigPolicy();
const { texts } = buildTexts(policy);
const [activity] = consentActivities(policy);
if (!activity) throw new Error("The policy asks for no consent.");

/** A store, and one commit of what it is made of. */
interface Subject {
  readonly name: string;
  readonly bare: string;
  readonly store: PanelStore;
  readonly commit: () => unknown;
}

const folder = await mkdtemp(join(tmpdir(), "klartext-bench-"));
const server = await startPostgres({ fsync: "on" });
const client = new pg.Client({ connectionString: server.url });
await client.connect();
await client.query("CREATE TABLE bare (n integer); INSERT INTO bare VALUES (0)");
const database = new Database(join(folder, "bare.sqlite"));
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
database.exec("CREATE TABLE bare (n INTEGER); INSERT INTO bare VALUES (0)");
const update = database.prepare("UPDATE bare SET n = n + 1");
const memory = createMemoryStore();
const subjects: readonly Subject[] = [
  {
    name: "memory",
    bare: "an entry, appended without rules",
    store: createMemoryStore(),
    commit: () => memory.change("bare", append),
  },
  {
    name: "SQLite",
    bare: "`UPDATE` of one row by better-sqlite3",
    store: openSqliteStore({ folder: join(folder, "store") }),
    commit: () => update.run(),
  },
  {
    name: "PostgreSQL",
    bare: "`UPDATE` of one row by pg",
    store: await openPostgresStore({ url: server.url }),
    commit: () => client.query("UPDATE bare SET n = n + 1"),
  },
];

try {
  const rates = new Map<string, number[]>();
  // The first round warms the compiler up and does not count.
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, store, commit } of subjects) {
      const kept = await ratePerSecond(() => refuse(store));
      const bare = await ratePerSecond(commit);
      if (round === 0) continue;
      note(rates, `${name} kept`, kept);
      note(rates, `${name} bare`, bare);
    }
    console.log(round === 0 ? "warmed up" : `round ${round} of ${rounds}`);
  }
  const rows = subjects.map(({ name, bare }) => {
    const [kept, commits] = [
      median(rates.get(`${name} kept`)),
      median(rates.get(`${name} bare`)),
    ];
    const ratio = (kept / commits).toFixed(2);
    return `| ${name} | ${shown(kept)} | ${shown(commits)} | ${bare} | ${ratio} |`;
  });
  const table = [
    "| store | decisions a second | bare commits a second | which are | ratio |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
  console.log(table);
  const text = await readFile(file, "utf8");
  const marked = /(<!-- decisions -->\n)[\s\S]*(\n<!-- \/decisions -->)/;
  await writeFile(
    file,
    text.replace(marked, (_, before, after) => before + table + after),
  );
} finally {
  for (const { store } of subjects) await store.close();
  database.close();
  await client.end();
  await server.remove();
  await rm(folder, { recursive: true });
}

function append() {
  const entry = { id: crypto.randomUUID(), log: "decision", data: null } as const;
  return { result: undefined, state: 1, append: [entry] };
}

async function refuse(store: PanelStore): Promise<void> {
  if (!activity) return;
  await store.change(activity.id, (snapshot) => {
    const { sequence } = readPurposeData(snapshot.state).decision;
    const decided = decide(
      snapshot,
      {
        ...{ type: "refuse", via: "page", ifMatch: `"${sequence}"` },
        by: { id: "admin", name: "Admin" },
        request: {
          ...{ decision: "refused", revision: policy.revision.id, language: "de" },
          textDigest: texts.de.digest,
        },
      },
      {
        ...{ policy, texts, activity, lock: null, allowUnseen: false, textKnown: true },
        payload: { status: "not-told", detail: "" },
        uuid: () => crypto.randomUUID(),
      },
    );
    if (isProblem(decided)) throw new Error(decided.problem);
    return decided;
  });
}

async function ratePerSecond(action: () => unknown): Promise<number> {
  const start = performance.now();
  for (let index = 0; index < many; index += 1) await action();
  return (many * 1000) / (performance.now() - start);
}

function note(rates: Map<string, number[]>, key: string, rate: number): void {
  rates.set(key, [...(rates.get(key) ?? []), rate]);
}

function shown(rate: number): string {
  return Math.round(rate).toLocaleString("en");
}
