import { setTimeout as sleep } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { waitForDeletions } from "../../src/cli/waitForDeletions.ts";
import { createClient } from "../../src/client/index.ts";
import { createContract } from "../../src/contract/index.ts";
import { createCommandWords } from "../../src/i18n/createCommandWords.ts";
import { liveConfigPolicy } from "../../src/policy/index.ts";
import { createFakePanel } from "../../src/testing/index.ts";

vi.mock("node:timers/promises", () => ({ setTimeout: vi.fn(async () => {}) }));

const policy = liveConfigPolicy();

test("who waits for a deletion does not ask before Retry-After is over", async () => {
  const panel = createFakePanel({ policy });
  const answers = [new Response("", { status: 429, headers: { "Retry-After": "20" } })];
  const client = createClient(createContract(policy), {
    baseUrl: "http://panel.test/api/privacy",
    fetch: async (...request) => answers.shift() ?? panel.fetch(...request),
  });
  const tell = vi.fn();

  const isOpen = await waitForDeletions(
    {
      ...{ client, language: "en", words: createCommandWords("en", String) },
      terminal: { tell },
    },
    ["server-statistics"],
    new AbortController().signal,
  );

  expect(isOpen).toBe(false);
  expect(tell.mock.calls.join()).toContain("429");
  expect(vi.mocked(sleep).mock.calls.map(([ms]) => ms)).toEqual([20_000]);
});
