import { expect, test, vi } from "vitest";
import { memoryStorage } from "../../test/support/memoryStorage.ts";
import { createContract } from "../contract/index.ts";
import { liveConfigPolicy } from "../policy/index.ts";
import { createFakePanel, people } from "../testing/index.ts";
import { createClient } from "./createClient.ts";
import { createDecider } from "./createDecider.ts";
import { keepWithdrawal } from "./storedWithdrawal.ts";

const purpose = "server-statistics";
const baseUrl = "http://panel.test/api/privacy";
const policy = liveConfigPolicy();

test("passes over a read that hangs when a person asks to try now", async () => {
  const panel = createFakePanel({
    policy,
    purposes: { [purpose]: { status: "granted" } },
  });
  const decision = () => panel.state().purposes[purpose]?.decision;
  let isLost = true;
  const client = createClient(createContract(policy), {
    baseUrl,
    fetch: async (input, init) => {
      if (init?.method !== "DELETE") return new Promise(() => {});
      return isLost ? new Response("", { status: 502 }) : panel.fetch(input, init);
    },
  });
  const decider = createDecider({
    ...{
      client,
      purpose,
      onAnswer: () => {},
      now: () => new Date("2026-11-22T08:00:00Z"),
    },
    kept: keepWithdrawal(baseUrl, purpose, undefined, { local: memoryStorage() }),
    wait: async () => {
      isLost = false;
    },
    readAgain: () => Promise.resolve(),
  });
  const withdrawing = decider.withdraw(decision()?.sequence, people.admin.id);
  await expect.poll(() => isLost).toBe(false);
  decider.tryNow("due");
  expect(decision()?.status).toBe("granted");

  await vi.waitFor(() => {
    decider.tryNow("asked");
    expect(decision()?.status).toBe("withdrawn");
  });

  await withdrawing;
  expect(decider.snapshot().wish.kind).toBe("none");
});
