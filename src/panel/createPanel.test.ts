import { expect, test } from "vitest";
import { liveConfigPolicy } from "../policy/index.ts";
import { statistics } from "../testing/fixtures.ts";
import { createPanel } from "./createPanel.ts";
import { advanceDeletions } from "./rules/advanceDeletions.ts";
import { freshPurpose } from "./rules/purposeData.ts";
import { createMemoryStore, type MemoryStore } from "./store/memoryStore.ts";

const policy = liveConfigPolicy();
const purpose = "server-statistics";
const address = "https://panel.example/api/privacy";
const path = `${address}/purposes/${purpose}/decision`;

function open(store: MemoryStore, read: () => typeof statistics = () => statistics) {
  const panel = createPanel({
    ...{ policy, store, report: () => {}, withdrawalWaitMs: 10 },
    origins: ["https://panel.example"],
    viewer: () => ({ id: "admin", name: "Admin", mayDecide: true }),
    payloads: { read },
  });
  const ask = (method: string, headers: Record<string, string> = {}, body?: object) =>
    panel.handle(
      new Request(path, {
        method,
        headers: {
          Origin: "https://panel.example",
          "Content-Type": "application/json",
          ...headers,
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    );
  const text = async () => {
    const answer = await panel.handle(new Request(`${address}/policy`));
    const { revision, texts } = await answer.json();
    return { revision, language: "de", textDigest: texts.de.digest } as const;
  };
  return { panel, ask, text };
}

test("a store that fails at the start is answered 503, and asked again", async () => {
  const memory = createMemoryStore();
  let fails = true;
  const { panel, ask } = open({
    ...memory,
    keepText: async (...given) => {
      if (fails) throw new Error("Busy.");
      return memory.keepText(...given);
    },
  });
  await expect(panel.ready).rejects.toThrow("Busy.");
  expect((await ask("GET")).status).toBe(500);

  fails = false;
  expect((await ask("GET")).status).toBe(200);
});

test("a withdrawal that is kept is answered, though the store fails after it", async () => {
  const memory = createMemoryStore();
  let reads = 0;
  const { ask } = open({
    ...memory,
    read: async () => {
      reads += 1;
      throw new Error("Gone.");
    },
  });
  const answer = await ask("DELETE");

  expect(reads).toBeGreaterThan(0);
  expect(answer.status).toBe(202);
  expect((await answer.json()).sequence).toBe(1);
});

test("a write is never answered 304", async () => {
  const { ask, text } = open(createMemoryStore());
  const refusal = { decision: "refused", ...(await text()) };
  const answer = await ask("PUT", { "If-Match": '"0"', "If-None-Match": "*" }, refusal);

  expect(answer.status).toBe(200);
  expect((await answer.json()).status).toBe("refused");
});

test("a host that fails to tell its data does not hide that the tag is stale", async () => {
  const { ask, text } = open(createMemoryStore(), () => {
    throw new Error("Broken.");
  });
  const payloadDigest = `sha-256=:${"A".repeat(43)}=:`;
  const grant = { decision: "granted", ...(await text()), payloadDigest };

  expect((await ask("PUT", { "If-Match": '"7"' }, grant)).status).toBe(412);
  expect((await ask("PUT", { "If-Match": '"0"' }, grant)).status).toBe(500);
});

test("a receipt keeps what was said of deleted bytes when the deletion was confirmed", async () => {
  const memory = createMemoryStore({ erasure: "removed" });
  const id = "00000000-0000-4000-8000-000000000001";
  const at = "2026-01-15T09:30:00.000Z";
  const answered = {
    ...{ id, requestedAt: at, grant: null, attempts: 1, nextAttemptAt: null },
    ...{ answeredAt: at, confirmedAt: null, deleted: 1, signature: null },
  };
  memory.changeNow(purpose, () => ({
    result: undefined,
    state: { ...freshPurpose, deletions: [answered] },
  }));
  memory.changeNow(purpose, (snapshot) => advanceDeletions(snapshot, [id], () => id));
  const { panel } = open({
    ...memory,
    read: async () => {
      const reading = await memory.read();
      return { ...reading, store: { ...reading.store, erasure: "overwritten" } };
    },
  });
  const ask = async (path: string) =>
    (await panel.handle(new Request(`${address}${path}`))).json();

  expect((await ask("/purposes")).store.erasure).toBe("overwritten");
  expect((await ask("/decisions")).entries).toMatchObject([{ id, erasure: "removed" }]);
  expect((await ask(`/receipts/${id}`))["kt:erasure"]).toBe("removed");
});
