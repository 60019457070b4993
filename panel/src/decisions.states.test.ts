import { describe, expect, test } from "vitest";
import { transitionCells } from "../../test/fixtures/transitionCells.ts";
import {
  decide,
  decisionPath,
  startTestPanel,
} from "../../test/support/startTestPanel.ts";
import {
  bringTo,
  materialRevision,
  outcome,
  revised,
  stateOf,
  statistics,
} from "./testing/decisions.ts";

describe.each([statistics, "crash-reports"])("the states of %s", (purpose) => {
  describe.each(transitionCells)("from %s", (from, put, refuse, del, revision) => {
    test(`a grant gives ${put}`, async () => {
      const person = await bringTo(await startTestPanel(), purpose, from);

      expect(outcome(await decide(person, purpose, "granted"))).toBe(put);
      expect(await stateOf(person, purpose)).toMatchObject({ status: put });
    });

    test(`a refusal gives ${refuse}`, async () => {
      const person = await bringTo(await startTestPanel(), purpose, from);
      const answer = await decide(person, purpose, "refused");

      expect(outcome(answer)).toBe(refuse);
      expect(answer.status).toBe(refuse === "withdraw-instead" ? 409 : 200);
      expect(await stateOf(person, purpose)).toMatchObject({
        status: refuse === "withdraw-instead" ? from : refuse,
      });
    });

    test(`a withdrawal gives ${del}, and the same again`, async () => {
      const person = await bringTo(await startTestPanel(), purpose, from);

      expect(outcome(await person.send("DELETE", decisionPath(purpose)))).toBe(del);
      expect(outcome(await person.send("DELETE", decisionPath(purpose)))).toBe(del);
      expect(await stateOf(person, purpose)).toMatchObject({ status: del });
    });

    test(`a material revision gives ${revision}`, async () => {
      const panel = await startTestPanel();
      const person = await bringTo(panel, purpose, from);
      await panel.restart({ policy: revised("later", true, materialRevision) });

      expect(await stateOf(person, purpose)).toMatchObject({
        status: revision,
        effective: false,
      });
    });
  });

  test("leave the other purpose alone", async () => {
    const other = purpose === statistics ? "crash-reports" : statistics;
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    const before = await stateOf(person, other);

    await decide(person, purpose, "granted");
    await person.send("DELETE", decisionPath(purpose));
    await decide(person, purpose, "refused");

    expect(await stateOf(person, other)).toEqual(before);
  });
});
