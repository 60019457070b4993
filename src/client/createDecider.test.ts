import { expect, test } from "vitest";
import { createContract } from "../contract/index.ts";
import { liveConfigPolicy } from "../policy/index.ts";
import { createFakePanel, people } from "../testing/index.ts";
import { createClient } from "./createClient.ts";
import { createDecider } from "./createDecider.ts";
import { keepWithdrawal } from "./keptWithdrawal.ts";

const purpose = "server-statistics";

function memoryStorage(): Storage {
  const values = new Map<string, string>();
  return {
    length: 0,
    clear: () => values.clear(),
    getItem: (key) => values.get(key) ?? null,
    key: () => null,
    removeItem: (key) => void values.delete(key),
    setItem: (key, value) => void values.set(key, value),
  };
}

/** A decider over a panel that has a consent; it waits for nothing. */
function open() {
  const policy = liveConfigPolicy();
  const panel = createFakePanel({
    policy,
    purposes: { [purpose]: { status: "granted" } },
  });
  const baseUrl = "http://panel.test/api/privacy";
  const client = createClient(createContract(policy), { baseUrl, fetch: panel.fetch });
  const decider = createDecider({
    ...{ client, purpose, now: () => new Date("2026-11-22T08:00:00Z") },
    kept: keepWithdrawal(baseUrl, purpose, undefined, { local: memoryStorage() }),
    wait: () => Promise.resolve(),
    heard: () => {},
    readAgain: () => Promise.resolve(),
  });
  const decision = () => {
    const { decision } = panel.state().purposes[purpose] ?? {};
    if (!decision) throw new RangeError(`The panel has no "${purpose}".`);
    return decision;
  };
  return { panel, decider, decision };
}

test("goes on with a withdrawal when its person is seen again", async () => {
  const { panel, decider, decision } = open();
  panel.fault({
    ...{ type: "dropped", moment: "request" },
    on: ({ method }) => method === "DELETE",
  });
  panel.actAs(people.admin2);
  await decider.withdraw(decision().sequence, people.admin.id);
  expect(decider.snapshot().wish.kind).toBe("withdrawal-of-another");

  panel.actAs(people.admin);
  decider.saw(decision(), people.admin.id);

  await expect.poll(() => decision().status).toBe("withdrawn");
  expect(decider.snapshot().wish.kind).toBe("none");
});
