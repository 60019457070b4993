import { describe, expect, test } from "vitest";
import {
  decide,
  decisionPath,
  prepareDecision,
  problemOf,
  startTestPanel,
} from "../../test/support/startTestPanel.ts";
import { bringTo, outcome, stateOf, statistics } from "./testing/decisions.ts";

const path = decisionPath(statistics);

describe("under a lock", () => {
  const locked = { lock: "do-not-track" } as const;

  test("a grant is refused before its precondition is looked at", async () => {
    const panel = await startTestPanel({ config: locked });
    const person = await panel.signIn("admin");
    const { headers, body } = await prepareDecision(person, statistics, "granted");
    const { "If-Match": _, ...bare } = headers;

    for (const given of [headers, bare, { ...headers, "If-Match": '"99"' }]) {
      const answer = await person.send("PUT", path, {
        headers: given,
        body: JSON.stringify({ ...body, revision: "2024-01-01" }),
      });
      expect([answer.status, problemOf(answer)]).toEqual([403, "locked"]);
    }
    expect(await stateOf(person)).toMatchObject({
      status: "undecided",
      lock: "do-not-track",
    });
  });

  test("refusing and withdrawing go on", async () => {
    const panel = await startTestPanel();
    const person = await bringTo(panel, statistics, "granted");
    await panel.restart({ config: locked });

    expect(outcome(await decide(person, "crash-reports", "refused"))).toBe("refused");
    expect(outcome(await person.send("DELETE", path))).toBe("withdrawn");
  });

  test("what was granted stays granted, and has no effect", async () => {
    const panel = await startTestPanel();
    const person = await bringTo(panel, statistics, "granted");
    await panel.restart({ config: locked });
    const under = await stateOf(person);
    await panel.restart({ config: {} });

    expect(under).toMatchObject({ status: "granted", effective: false });
    expect(await stateOf(person)).toMatchObject({ effective: true, lock: null });
  });
});
