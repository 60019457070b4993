import { describe, expect, test, vi } from "vitest";
import { memoryStorage } from "../../test/support/memoryStorage.ts";
import { createContract } from "../contract/index.ts";
import { liveConfigPolicy } from "../policy/index.ts";
import { createFakePanel, people } from "../testing/index.ts";
import { createClient } from "./createClient.ts";
import { createDecider, type DeciderOptions } from "./createDecider.ts";
import { keepWithdrawal } from "./keptWithdrawal.ts";

const purpose = "server-statistics";

type Fetch = typeof globalThis.fetch;

/** What a test may put in the place of the ordinary. */
interface Circumstances {
  readonly status?: "granted" | "undecided";
  /** What stands before the panel. */
  readonly through?: (panelFetch: Fetch) => Fetch;
  readonly wait?: DeciderOptions["wait"];
}

/** A decider over a panel. */
function open({
  status = "granted",
  through = (panelFetch) => panelFetch,
  wait = () => Promise.resolve(),
}: Circumstances = {}) {
  const policy = liveConfigPolicy();
  const panel = createFakePanel({ policy, purposes: { [purpose]: { status } } });
  const baseUrl = "http://panel.test/api/privacy";
  const fetch = through(panel.fetch);
  const client = createClient(createContract(policy), { baseUrl, fetch });
  const heard = vi.fn<DeciderOptions["heard"]>();
  const decider = createDecider({
    ...{ client, purpose, wait, heard, now: () => new Date("2026-11-22T08:00:00Z") },
    kept: keepWithdrawal(baseUrl, purpose, undefined, { local: memoryStorage() }),
    readAgain: () => Promise.resolve(),
  });
  const decision = () => {
    const { decision } = panel.state().purposes[purpose] ?? {};
    if (!decision) throw new RangeError(`The panel has no "${purpose}".`);
    return decision;
  };
  return { policy, client, panel, decider, decision, heard };
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

test("passes over a read that hangs when it is asked to try now", async () => {
  let isOpen = false;
  const { decider, decision } = open({
    through: (panelFetch) => async (input, init) => {
      if (init?.method === "DELETE") {
        return isOpen ? panelFetch(input, init) : new Response("", { status: 502 });
      }
      return isOpen ? new Promise(() => {}) : panelFetch(input, init);
    },
    wait: () => {
      isOpen = true;
      return Promise.resolve();
    },
  });
  const withdrawing = decider.withdraw(decision().sequence, people.admin.id);
  await expect.poll(() => isOpen).toBe(true);
  decider.tryNow("due");
  expect(decider.snapshot().wish.kind).toBe("withdrawing");

  await vi.waitFor(async () => {
    decider.tryNow("asked");
    expect(decision().status).toBe("withdrawn");
  });

  await withdrawing;
  expect(decider.snapshot().wish.kind).toBe("none");
});

describe("a refusal that came to nothing", () => {
  async function refuseInVain() {
    const held: (() => Promise<Response>)[] = [];
    const opened = open({
      status: "undecided",
      through: (panelFetch) => async (input, init) => {
        if (init?.method !== "PUT") return panelFetch(input, init);
        held.push(() => panelFetch(input, { ...init, signal: null }));
        return new Response("", { status: 504 });
      },
    });
    const { policy, client, decider, decision } = opened;
    const { digest } = (await client.getPolicy()).texts.de;
    await decider.decide(decision().sequence, {
      ...{ decision: "refused", language: "de" },
      ...{ revision: policy.revision.id, textDigest: digest },
    });
    expect(decider.snapshot().wish.kind).toBe("failed");
    const arriveLate = () => Promise.all(held.map((arrive) => arrive()));
    return { ...opened, arriveLate };
  }

  test("is settled by a write that arrives late", async () => {
    const { decider, decision, heard, arriveLate } = await refuseInVain();
    await arriveLate();
    expect(decision().status).toBe("refused");

    decider.saw(decision(), people.admin.id);

    expect(decider.snapshot().wish.kind).toBe("none");
    expect(decider.snapshot().answered).toEqual(decision());
    expect(heard).toHaveBeenLastCalledWith(decision(), true);
  });

  test("stays said while the same decision is read", async () => {
    const { decider, decision } = await refuseInVain();

    decider.saw(decision(), people.admin.id);

    expect(decider.snapshot().wish.kind).toBe("failed");
  });

  test("is over with another decision, which is not taken for it", async () => {
    const { panel, decider, decision, heard } = await refuseInVain();
    heard.mockClear();
    panel.decideAs(people.admin2, purpose, "grant");

    decider.saw(decision(), people.admin.id);

    expect(decider.snapshot().wish.kind).toBe("none");
    expect(heard).not.toHaveBeenCalled();
  });
});
