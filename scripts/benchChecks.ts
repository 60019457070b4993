import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod/mini";
import type { PrivacyExport } from "../src/contract/privacyExport.ts";
import { privacyExport } from "../src/contract/privacyExport.ts";
import {
  checkExport,
  eventDigest,
  eventOf,
  extendChain,
  firstHead,
} from "../src/panel/chain/index.ts";
import { median } from "./bench/median.ts";

/**
 * Measures how long it takes to check an export of many events against its chain, beside
 * reading the file and parsing it, by turns in one run; writes it into docs/performance.md.
 */
const rounds = Number(process.env.BENCH_RUNS ?? 7);
const many = 10_000;
const page = join(import.meta.dirname, "../docs/performance.md");

const decisions = Array.from({ length: many }, (_, index) => ({
  id: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
  ...{ purpose: "server-statistics", event: "refused", at: "2026-01-15T09:30:00.000Z" },
  ...{ revision: "2025-07-24", language: "de" as const, textDigest: firstHead },
  ...{ textKnown: true, payloadDigest: null, via: "page", seen: null },
}));
const by = { id: "admin", name: "Admin", salt: "00000000-0000-4000-8000-000000000000" };
const events = decisions.map(({ id, purpose, ...data }) =>
  eventOf({ id, log: "decision", by, data }, purpose),
);
const links = extendChain({ number: null, head: null }, events);
const content: PrivacyExport = {
  ...{ format: "klartext-export", version: 2, exportedAt: "2026-01-16T09:30:00.000Z" },
  policy: {
    ...{ contract: 1, revision: "2025-07-24" },
    texts: {
      de: { digest: firstHead, href: "policy/texts/de" },
      en: { digest: firstHead, href: "policy/texts/en" },
    },
  },
  decisions: decisions.flatMap((decision, index) => {
    const { number = null, head = null } = links[index] ?? {};
    const { salt: _salt, ...person } = by;
    return {
      ...{ ...decision, by: person, payload: "none" as const, receipt: null },
      ...{ number, head },
    };
  }),
  ...{ texts: [], receipts: [], transmissions: [] },
  log: {
    epoch: "1",
    events: events.flatMap((event, index) => {
      const link = links[index];
      if (!link) return [];
      const { number, head } = link;
      return {
        ...{ number, head, salt: by.salt, digest: eventDigest(event) },
        event: { ...event },
      };
    }),
  },
};

const folder = await mkdtemp(join(tmpdir(), "klartext-bench-"));
const file = join(folder, "export.json");
await writeFile(file, JSON.stringify(content));
const read = async () => z.parse(privacyExport, JSON.parse(await readFile(file, "utf8")));
const times: { read: number[]; check: number[] } = { read: [], check: [] };
for (let round = 0; round <= rounds; round += 1) {
  const start = performance.now();
  const parsed = await read();
  const between = performance.now();
  const checked = checkExport(parsed);
  const end = performance.now();
  if (checked?.findings.length !== 0) throw new Error("The export does not fit itself.");
  if (round === 0) continue;
  times.read.push(between - start);
  times.check.push(end - between);
}
await rm(folder, { recursive: true });

const [reading, checking] = [median(times.read), median(times.check)];
const table = [
  `| an export of ${many.toLocaleString("en")} events | ms | of reading it |`,
  "| --- | --: | --: |",
  `| read and parsed | ${reading.toFixed(0)} | 1.00 |`,
  `| checked against its chain | ${checking.toFixed(0)} | ${(checking / reading).toFixed(2)} |`,
].join("\n");
console.log(table);
const text = await readFile(page, "utf8");
const marked = /(<!-- checks -->\n)[\s\S]*(\n<!-- \/checks -->)/;
await writeFile(
  page,
  text.replace(marked, (_, before, after) => before + table + after),
);
