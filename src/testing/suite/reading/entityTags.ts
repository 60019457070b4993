import { languages } from "../../../policy/language.ts";
import { type ContractPromise, NotTried } from "../contractPromise.ts";
import { eachPurpose } from "../eachPurpose.ts";
import {
  expectJson,
  expectStatus,
  expectStrongTag,
  expectThat,
} from "../expectations.ts";
import { purposePath, readPayloadBytes, readPolicy } from "../panelReading.ts";
import type { SuiteContext } from "../suiteContext.ts";
import { requireResource } from "./history.ts";
import { reachHistory } from "./reachHistory.ts";

export const entityTagPromises: readonly ContractPromise[] = [
  {
    id: "tags-on-json",
    title: "Policy, purposes, decisions and history answer If-None-Match with 304",
    needs: ["read"],
    async check(context) {
      const decisions = context.activities.map(({ id }) => purposePath(id, "decision"));
      for (const path of ["/policy", "/purposes", ...decisions, "/decisions"]) {
        await checkTag(context, path);
      }
    },
  },
  {
    id: "tags-on-payloads",
    title: "Payloads answer If-None-Match with 304",
    needs: ["read"],
    async check(context) {
      await eachPurpose(context, async ({ id }) => {
        await readPayloadBytes(context, id);
        await checkTag(context, purposePath(id, "payload"));
      });
    },
  },
  {
    id: "tags-on-texts",
    title: "The policy's texts answer If-None-Match with 304",
    needs: ["read"],
    async check(context) {
      const { policy } = await readPolicy(context);
      for (const language of languages) {
        await checkTag(context, policy.texts[language].href);
      }
    },
  },
  {
    id: "tags-on-kept-bytes",
    title: "Agreed bytes answer If-None-Match with 304",
    needs: ["read"],
    async check(context) {
      await reachHistory(context);
      const page = await context.get("/decisions");
      const { entries } = expectJson(page, context.contract.decisions);
      const kept = entries.find(({ payload }) => payload === "kept");
      if (!kept) throw new NotTried("The history has no kept bytes yet.");
      await checkTag(context, `/decisions/${kept.id}/payload`);
    },
  },
  {
    id: "tags-on-log",
    title: "The log and its bytes answer If-None-Match with 304",
    needs: ["read"],
    async check(context) {
      await requireResource(context, "/transmissions");
      await checkTag(context, "/transmissions");
      const page = await context.get("/transmissions");
      const { entries } = expectJson(page, context.contract.transmissions);
      const kept = entries.find(({ body }) => body === "kept");
      if (!kept) throw new NotTried("The log has no kept bytes yet.");
      await checkTag(context, `/transmissions/${kept.id}/body`);
    },
  },
];

/** What moves by itself, such as a deletion, may move between two requests. */
const attempts = 5;

async function checkTag({ get }: SuiteContext, path: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const first = await get(path);
    expectStatus(first, 200);
    const etag = expectStrongTag(first);
    const known = await get(path, { headers: { "If-None-Match": etag } });
    const moved = known.status === 200 && known.headers.get("ETag") !== etag;
    if (moved && attempt < attempts) continue;
    expectStatus(known, 304);
    expectThat(known, known.bytes.length === 0, "No body.");
    const other = await get(path, { headers: { "If-None-Match": '"another"' } });
    expectStatus(other, 200);
    return;
  }
}
