import type * as z from "zod/mini";
import { pageSize } from "../../../contract/pageOf.ts";
import { digest, parseReprDigest } from "../../../payload/digest.ts";
import { type ContractPromise, NotTried } from "../contractPromise.ts";
import { expectJson, expectProblem, expectStatus, expectThat } from "../expectations.ts";
import type { SuiteContext } from "../suiteContext.ts";

/** So many pages are followed, and so many entries are opened. */
export const most = { pages: 3, entries: 20 } as const;

/** An entry that no panel has. */
export const noSuchId = "00000000-0000-4000-8000-000000000000";

export const historyPromises: readonly ContractPromise[] = [
  {
    id: "history-pages",
    title: "The history is told newest first, in pages that neither repeat nor overlap",
    needs: ["read"],
    check: (context) => checkPages(context, "/decisions", context.contract.decisions),
  },
  {
    id: "history-bytes",
    title: "The bytes that were agreed to are kept; those that held a UUID answer 410",
    needs: ["read"],
    async check(context) {
      const { get, contract } = context;
      const { entries } = expectJson(await get("/decisions"), contract.decisions);
      for (const { id, payload, payloadDigest } of entries.slice(0, most.entries)) {
        const exchange = await get(`/decisions/${id}/payload`);
        if (payload === "kept") {
          expectStatus(exchange, 200);
          const found = await digest(exchange.bytes);
          const told = parseReprDigest(exchange.headers.get("Repr-Digest"));
          const expected = `Bytes and Repr-Digest of ${payloadDigest}.`;
          expectThat(exchange, found === payloadDigest, expected);
          expectThat(exchange, found === told, expected, "Repr-Digest");
        } else {
          expectProblem(exchange, payload === "deleted" ? "gone" : "not-found");
        }
      }
    },
  },
  {
    id: "history-unknown-entry",
    title: "An entry that the history does not have is not found",
    needs: ["read"],
    async check({ get }) {
      expectProblem(await get(`/decisions/${noSuchId}/payload`), "not-found");
    },
  },
  {
    id: "log-pages",
    title: "The log of everything sent is told newest first, in pages",
    needs: ["read"],
    async check(context) {
      await requireResource(context, "/transmissions");
      await checkPages(context, "/transmissions", context.contract.transmissions);
    },
  },
  {
    id: "log-bytes",
    title: "The bytes of an attempt are those whose digest the log states, or 410",
    needs: ["read"],
    async check(context) {
      const { get, contract } = context;
      await requireResource(context, "/transmissions");
      const page = expectJson(await get("/transmissions"), contract.transmissions);
      if (page.entries.length === 0) throw new NotTried("Nothing was sent yet.");
      for (const { id, body, digest: stated } of page.entries.slice(0, most.entries)) {
        const exchange = await get(`/transmissions/${id}/body`);
        if (body === "kept") {
          expectStatus(exchange, 200);
          const found = await digest(exchange.bytes);
          const told = parseReprDigest(exchange.headers.get("Repr-Digest"));
          const expected = `Bytes and Repr-Digest of ${stated}.`;
          expectThat(exchange, found === stated, expected);
          expectThat(exchange, found === told, expected, "Repr-Digest");
        } else {
          expectProblem(exchange, body === "deleted" ? "gone" : "not-found");
        }
      }
    },
  },
];

/** @throws {NotTried} when the panel does not have this address. */
export async function requireResource(
  { get }: SuiteContext,
  path: string,
): Promise<void> {
  const exchange = await get(path);
  if (exchange.status !== 404) return;
  expectProblem(exchange, "not-found");
  throw new NotTried(`This panel has no ${path}.`);
}

type ListSchema = SuiteContext["contract"]["decisions" | "transmissions"];

async function checkPages(
  { get }: SuiteContext,
  path: string,
  schema: ListSchema,
): Promise<void> {
  const seen = new Set<string>();
  let last = Number.POSITIVE_INFINITY;
  let after: string | null = null;
  for (let page = 0; page < most.pages; page += 1) {
    const query = after === null ? "" : `?after=${encodeURIComponent(after)}`;
    const exchange = await get(`${path}${query}`);
    const { entries, next }: z.infer<ListSchema> = expectJson(exchange, schema);
    expectThat(exchange, entries.length <= pageSize, `At most ${pageSize} entries.`);
    for (const { id, at } of entries) {
      expectThat(exchange, !seen.has(id), `Each entry once; ${id} was told before.`);
      expectThat(exchange, Date.parse(at) <= last, "Newest first.");
      seen.add(id);
      last = Date.parse(at);
    }
    if (next === null) return;
    expectThat(exchange, entries.length > 0, "No next page after an empty one.");
    after = next;
  }
}
