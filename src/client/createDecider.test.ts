import { expect, test } from "vitest";
import { createContract } from "../contract/index.ts";
import { digestText } from "../payload/index.ts";
import { liveConfigPolicy, policyText } from "../policy/index.ts";
import { createFakePanel, people } from "../testing/index.ts";
import { createClient } from "./createClient.ts";
import { createDecider } from "./createDecider.ts";
import { keepWithdrawal } from "./storedWithdrawal.ts";

const purpose = "server-statistics";
const policy = liveConfigPolicy();
const textSeen = {
  revision: policy.revision.id,
  language: "de",
  textDigest: await digestText(policyText(policy, "de")),
} as const;

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

/** A decider over a panel that has a decision; it waits for next to nothing. */
function open(status: "undecided" | "refused" | "granted" | "withdrawn" = "granted") {
  const panel = createFakePanel({
    policy,
    purposes: { [purpose]: { status } },
  });
  const baseUrl = "http://panel.test/api/privacy";
  const client = createClient(createContract(policy), {
    ...{ baseUrl, fetch: panel.fetch, timeout: 50 },
  });
  const decider = createDecider({
    ...{ client, purpose, now: () => new Date("2026-11-22T08:00:00Z") },
    kept: keepWithdrawal(baseUrl, purpose, undefined, { local: memoryStorage() }),
    wait: () => Promise.resolve(),
    onAnswer: () => {},
    readAgain: () => Promise.resolve(),
  });
  const decision = () => {
    const { decision } = panel.state().purposes[purpose] ?? {};
    if (!decision) throw new RangeError(`The panel has no "${purpose}".`);
    return decision;
  };
  return { panel, decider, decision };
}

/** A consent whose withdrawal gets lost on its first way. */
function openLossy() {
  const opened = open();
  opened.panel.fault({
    ...{ type: "dropped", moment: "request" },
    on: ({ method }) => method === "DELETE",
  });
  return opened;
}

/** The withdrawal was lost, and somebody else is signed in by now. */
async function openWithdrawalOfAnother() {
  const opened = openLossy();
  const { panel, decider, decision } = opened;
  panel.actAs(people.admin2);
  await decider.withdraw(decision().sequence, people.admin.id);
  return opened;
}

/** The withdrawal was lost, and somebody else has granted meanwhile. */
async function openDecidedAnew() {
  const opened = openLossy();
  const { panel, decider, decision } = opened;
  const withdrawal = decider.withdraw(decision().sequence, people.admin.id);
  panel.decideAs(people.admin2, purpose, "grant");
  await withdrawal;
  return opened;
}

test.each([
  ["undecided", "refused"],
  ["refused", "refused"],
  // Nothing is left of that consent to refuse, and the refusal stands in the history.
  ["withdrawn", "withdrawn"],
] as const)("a refusal of what is %s is done, and leaves it %s", async (from, to) => {
  const { panel, decider, decision } = open(from);

  await decider.decide(decision().sequence, { decision: "refused", ...textSeen });

  expect(decider.snapshot().wish).toEqual({ kind: "none" });
  expect(decision().status).toBe(to);
  expect(panel.state().history[0]?.event).toBe("refused");
  expect(panel.requests.filter(({ method }) => method === "PUT")).toHaveLength(1);
});

test("goes on with a withdrawal when its person is seen again", async () => {
  const { panel, decider, decision } = await openWithdrawalOfAnother();
  expect(decider.snapshot().wish.kind).toBe("withdrawal-of-another");

  panel.actAs(people.admin);
  decider.noteDecision(decision(), people.admin.id);

  await expect.poll(() => decision().status).toBe("withdrawn");
  expect(decider.snapshot().wish.kind).toBe("none");
});

test("goes on with a withdrawal that another person set aside when its own is seen again", async () => {
  const { panel, decider, decision } = await openWithdrawalOfAnother();
  decider.dismiss();
  decider.noteDecision(decision(), people.admin2.id);
  expect(decider.snapshot().wish.kind).toBe("none");

  panel.actAs(people.admin);
  decider.noteDecision(decision(), people.admin.id);

  await expect.poll(() => decision().status).toBe("withdrawn");
  expect(decider.snapshot().wish.kind).toBe("none");
});

test("asks what is to hold until it is answered, also in a page loaded anew", async () => {
  const { decider } = await openDecidedAnew();
  expect(decider.snapshot().wish.kind).toBe("decided-anew");

  decider.close();
  await decider.resume(people.admin.id);
  expect(decider.snapshot().wish.kind).toBe("decided-anew");

  decider.dismiss();
  await decider.resume(people.admin.id);
  expect(decider.snapshot().wish.kind).toBe("none");
});

test("asks no more what is to hold once the person has decided", async () => {
  const { panel, decider, decision } = await openDecidedAnew();
  panel.decideAs(people.admin2, purpose, "withdraw");
  const refusal = { decision: "refused", ...textSeen } as const;
  await decider.decide(decision().sequence, refusal);
  panel.decideAs(people.admin2, purpose, "grant");

  decider.close();
  await decider.resume(people.admin.id);

  expect(decider.snapshot().wish.kind).toBe("none");
});

test("takes back that the panel has no decision when it turns out to have it", async () => {
  const { panel, decider, decision } = open("undecided");
  const line = panel.fault({
    ...{ type: "held", moment: "request" },
    on: ({ method }) => method === "PUT",
  });
  await decider.decide(0, { decision: "refused", ...textSeen });
  expect(decider.snapshot().wish.kind).toBe("failed");

  line.release();
  await expect.poll(() => decision().status).toBe("refused");
  decider.noteDecision(decision(), people.admin.id);

  expect(decider.snapshot().wish.kind).toBe("none");
});

test("says no more that the panel has no decision once there is another one", async () => {
  const { panel, decider, decision } = open("undecided");
  panel.fault({
    ...{ type: "dropped", moment: "request" },
    on: ({ method }) => method === "PUT",
  });
  await decider.decide(0, { decision: "refused", ...textSeen });
  decider.noteDecision(decision(), people.admin.id);
  expect(decider.snapshot().wish.kind).toBe("failed");

  panel.decideAs(people.admin2, purpose, "grant");
  decider.noteDecision(decision(), people.admin.id);

  expect(decider.snapshot().wish.kind).toBe("none");
});
