import { describe, expect, test } from "vitest";
import {
  type DecisionEvent,
  type DecisionStatus,
  decisionEvents,
  decisionStatuses,
  transitions,
} from "../src/contract/index.ts";
import {
  type ContractSubject,
  contractSubjects,
  laterRevision,
} from "./support/contractSubjects.ts";
import { shareName, shareOf } from "./support/shareOf.ts";

/** The events that lead from a fresh install to each status. */
const ways: Readonly<Record<DecisionStatus, readonly DecisionEvent[]>> = {
  undecided: [],
  refused: ["refuse"],
  granted: ["grant"],
  outdated: ["grant", "revise"],
  withdrawn: ["grant", "withdraw"],
};

const cells = decisionStatuses.flatMap((from) =>
  decisionEvents.map((event) => [from, event, transitions[from][event]] as const),
);

const purpose = "server-statistics";

async function reach(panel: ContractSubject, status: DecisionStatus): Promise<void> {
  for (const event of ways[status]) await panel.decide(purpose, event);
  expect((await panel.read(purpose)).decision.status).toBe(status);
}

describe.each(Object.entries(contractSubjects))("a decision of %s", (_name, start) => {
  test.each(shareOf(cells, 8))(
    `that is %s goes by %s to %s (${shareName})`,
    async (from, event, to) => {
      const panel = await start();
      await reach(panel, from);
      const before = await panel.read(purpose);

      const problem = await panel.decide(purpose, event);

      const after = await panel.read(purpose);
      if (to === "withdraw-instead") {
        expect(problem).toBe("withdraw-instead");
        expect(after).toEqual(before);
      } else {
        expect(problem).toBeUndefined();
        expect(after.decision.status).toBe(to);
      }
      if (event === "withdraw") expect(after.etag).not.toBe(before.etag);
    },
  );

  test.each(decisionStatuses)(
    "that is %s stays so over a revision that is not material",
    async (status) => {
      const panel = await start();
      await reach(panel, status);
      const before = await panel.read(purpose);

      await panel.revise(laterRevision(panel.options().policy, false));

      expect(await panel.read(purpose)).toEqual(before);
    },
  );

  test("keeps its UUID when consent is given again after a revision", async () => {
    const panel = await start();
    await reach(panel, "outdated");
    const { pseudonym } = await panel.read(purpose);

    await panel.decide(purpose, "grant");

    expect(pseudonym).toMatch(/^[0-9a-f-]{36}$/);
    expect((await panel.read(purpose)).pseudonym).toBe(pseudonym);
  });

  test("that was refused before a material revision is not bound to the later one", async () => {
    const panel = await start();
    await reach(panel, "refused");
    const { revision } = (await panel.read(purpose)).decision;

    await panel.decide(purpose, "revise");

    expect((await panel.read(purpose)).decision.revision).toBe(revision);
  });
});
