import { expect, test, vi } from "vitest";
import { behind, type Intermediary } from "../../../test/support/intermediaries.ts";
import { liveConfigPolicy } from "../../policy/index.ts";
import { createFakePanel } from "../createFakePanel.ts";
import { sessionHeader } from "../fake/session.ts";
import { people } from "../fixtures.ts";
import { contractRules, readingRules } from "./rules/index.ts";
import { runSuite } from "./runSuite.ts";

function run(intermediary: Intermediary, rules = readingRules) {
  const panel = createFakePanel({ transport: null });
  const fetch = behind(intermediary, panel.serve);
  return runSuite({
    ...{ baseUrl: panel.baseUrl, policy: liveConfigPolicy(), rules: rules },
    headers: { Cookie: sessionHeader(people.admin) },
    ...{ fetch, fetchAnyHost: fetch },
  });
}

const ofDigest = readingRules.filter(({ id }) => id === "payload-digest");

/** States a digest that is wrong the first times. */
function wrongDigest(times: number): Intermediary {
  let count = 0;
  return async ({ path, pass }) => {
    const response = await pass();
    if (!path.endsWith("/payload")) return response;
    count += 1;
    if (count > times) return response;
    const headers = new Headers(response.headers);
    headers.set("Repr-Digest", `sha-256=:${"A".repeat(43)}=:`);
    return new Response(await response.text(), { headers });
  };
}

test("an answer that is right when it is asked once more is broken, and flapping", async () => {
  const { results, failed } = await run(wrongDigest(1), ofDigest);

  expect(failed).toBe(1);
  expect(results[0]).toMatchObject({ outcome: "fail", isFlapping: true });
});

test("an answer that stays wrong is broken, and not flapping", async () => {
  const { results } = await run(wrongDigest(100), ofDigest);

  expect(results[0]).toMatchObject({ outcome: "fail", isFlapping: false });
});

test("where answers take two seconds, all that is read is read within three minutes", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
  const answers = { open: 0, most: 0, all: 0 };
  const running = run(async ({ pass }) => {
    answers.all += 1;
    answers.open += 1;
    answers.most = Math.max(answers.most, answers.open);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    answers.open -= 1;
    return pass();
  }, contractRules);
  const began = performance.now();
  let ended: number | undefined;
  void running.then(() => {
    ended = performance.now();
  });
  while (ended === undefined) {
    await vi.advanceTimersToNextTimerAsync();
    await new Promise(setImmediate);
  }
  vi.useRealTimers();
  const { results, failed } = await running;

  expect(failed).toBe(0);
  expect(results.map(({ id }) => id)).toEqual(contractRules.map(({ id }) => id));
  expect(ended - began).toBeLessThan(180_000);
  expect(answers.most).toBeGreaterThan(1);
});
