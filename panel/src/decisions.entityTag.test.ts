import { describe, expect, test } from "vitest";
import {
  decisionPath,
  prepareDecision,
  problemOf,
  startTestPanel,
} from "../../test/support/startTestPanel.ts";
import { bringTo, outcome, stateOf, statistics } from "./testing/decisions.ts";

const path = decisionPath(statistics);

describe("the entity tag of a decision", () => {
  test("changes with every withdrawal, also of what was never granted", async () => {
    for (const status of ["undecided", "refused", "granted", "withdrawn"] as const) {
      const person = await bringTo(await startTestPanel(), statistics, status);
      const tags = [(await person.send("GET", path)).headers.etag];
      for (const _ of [1, 2, 3])
        tags.push((await person.send("DELETE", path)).headers.etag);

      expect(new Set(tags).size).toBe(4);
      expect((await person.send("GET", path)).headers.etag).toBe(tags.at(-1));
    }
  });

  test("is not needed to withdraw, and a stale one does no harm", async () => {
    for (const headers of [{}, { "If-Match": '"0"' }, { "If-Match": '"99"' }]) {
      const person = await bringTo(await startTestPanel(), statistics, "granted");

      expect(outcome(await person.send("DELETE", path, { headers }))).toBe("withdrawn");
    }
  });

  test.each(["undecided", "granted", "withdrawn"] as const)(
    "makes a grant stale that a withdrawal from %s overtook",
    async (status) => {
      const person = await bringTo(await startTestPanel(), statistics, status);
      const { headers, body } = await prepareDecision(person, statistics, "granted");
      const after = outcome(await person.send("DELETE", path));
      const late = await person.send("PUT", path, {
        headers,
        body: JSON.stringify(body),
      });

      expect(late.status).toBe(412);
      expect(problemOf(late)).toBe("decision-changed");
      expect(await stateOf(person)).toMatchObject({ status: after, pseudonym: null });
    },
  );

  test.each([
    ['W/"0"', 200],
    ['"0-gzip"', 200],
    ['"1"', 412],
    ['"-0"', 412],
    ["0", 412],
    ["", 412],
  ])(
    "is read as the number of a sequence, whatever a proxy made of it: %s gets %i",
    async (tag, status) => {
      const panel = await startTestPanel();
      const person = await panel.signIn("admin");
      const { headers, body } = await prepareDecision(person, statistics, "granted");
      const answer = await person.send("PUT", path, {
        headers: { ...headers, "If-Match": tag },
        body: JSON.stringify(body),
      });

      expect(headers["If-Match"]).toBe('"0"');
      expect(answer.status).toBe(status);
    },
  );

  test("lets one of two grants through that were made at once", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    const { headers, body } = await prepareDecision(person, statistics, "granted");
    const put = () => person.send("PUT", path, { headers, body: JSON.stringify(body) });
    const answers = await Promise.all([put(), put(), put()]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });
});
