import { expect, test } from "vitest";
import { createPanelWatch } from "./watchPanel.ts";

const pseudonym = "8c0f6c1e-7a52-4d0e-9a3c-5f1b2d4e6a70";
const entry = "3b1f0e54-8f0d-4a57-9d0e-6c2f5b1a7e90";
const base = "https://panel.example/api/privacy";

function watching(text: string, headers: Record<string, string> = {}) {
  const watch = createPanelWatch();
  const fetch = watch.wrap(async () => new Response(text, { headers }));
  return { ...watch, fetch };
}

test("a pseudonym has its place in the state and in the bytes", async () => {
  const watch = watching(`{"activity":{"pseudonym":"${pseudonym}"}}`);
  await watch.fetch(`${base}/purposes?fresh=1`);
  await watch.fetch(`${base}/transmissions/${entry}/body`);

  expect([...watch.pseudonyms]).toEqual([pseudonym]);
  expect(watch.places.size).toBe(0);
});

test("where it stands otherwise is noted, without the ids of entries", async () => {
  const watch = watching(`{"pseudonym":"${pseudonym}"}`, { "X-Id": pseudonym });
  await watch.fetch(`${base}/receipts/${entry}`);

  expect(watch.places.get(pseudonym)).toEqual([
    "the header x-id of GET /api/privacy/receipts/{id}",
    "the answer of GET /api/privacy/receipts/{id}",
  ]);
});

test("a decision is noted with what it led to, and a problem without a status", async () => {
  const watch = watching('{"status":"granted"}');
  await watch.fetch(`${base}/purposes/a/decision`, { method: "PUT", body: "{}" });
  await watch.fetch(`${base}/purposes/a/decision`);

  expect(watch.writes).toMatchObject([{ purpose: "a", status: "granted" }]);
});
