import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  decisionPath,
  prepareDecision,
  problemOf,
  startTestPanel,
} from "../../test/support/startTestPanel.ts";
import {
  bringTo,
  materialRevision,
  revised,
  stateOf,
  statistics,
} from "./testing/decisions.ts";

const path = decisionPath(statistics);

describe("a decision", () => {
  test("tells who decided, when, and what was seen", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin2");
    const { headers, body } = await prepareDecision(person, statistics, "granted");
    const before = Date.now();
    await person.send("PUT", path, { headers, body: JSON.stringify(body) });
    const { decision: _, ...seen } = body;
    const state = await stateOf(person);

    expect(state).toMatchObject({ ...seen, by: { id: "admin2", name: "Admin 2" } });
    expect(state.effective).toBe(true);
    expect(Date.parse(state.at)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(state.at)).toBeLessThanOrEqual(Date.now());
  });

  test("to refuse is bound to the text and to no payload", async () => {
    const person = await bringTo(await startTestPanel(), statistics, "refused");

    expect(await stateOf(person)).toMatchObject({
      revision: "2025-07-24",
      language: "de",
      payloadDigest: null,
      pseudonym: null,
    });
  });

  test("tells who withdrew", async () => {
    const panel = await startTestPanel();
    await bringTo(panel, statistics, "granted");
    const other = await panel.signIn("admin2");
    await other.send("DELETE", path);

    expect(await stateOf(other)).toMatchObject({
      status: "withdrawn",
      by: { id: "admin2" },
      payloadDigest: null,
    });
  });

  test("leaves no IP address in the store", async () => {
    const panel = await startTestPanel();
    await bringTo(panel, statistics, "granted");
    await panel.stop();
    const store = await readFile(join(panel.dataFolder, "panel.sqlite"), "latin1");
    const besideVendor = store.replaceAll(/https:\/\/127\.0\.0\.1:\d+/g, "");

    expect(besideVendor).not.toMatch(/127\.0\.0\.1|::1|::ffff/);
  });

  test("outlives a restart, and so does the session", async () => {
    const panel = await startTestPanel();
    const person = await bringTo(panel, statistics, "granted");
    const before = await stateOf(person);
    await panel.restart();

    expect(await stateOf(person)).toEqual(before);
  });

  test("to grant outlives a revision that is not material", async () => {
    const panel = await startTestPanel();
    const person = await bringTo(panel, statistics, "granted");
    const before = await stateOf(person);
    await panel.restart({ policy: revised("spelling", false) });

    expect(await stateOf(person)).toEqual(before);
    expect(before.effective).toBe(true);
  });

  test("to grant is outdated when any revision since then was material", async () => {
    const panel = await startTestPanel();
    const person = await bringTo(panel, statistics, "granted");
    await panel.restart({ policy: revised("spelling", false, materialRevision) });

    expect(await stateOf(person)).toMatchObject({ status: "outdated", effective: false });
  });

  test("is outdated under a new entity tag", async () => {
    const panel = await startTestPanel();
    const person = await bringTo(panel, statistics, "granted");
    const { headers, body } = await prepareDecision(person, statistics, "granted");
    await panel.restart({ policy: materialRevision });
    const answer = await person.send("PUT", path, {
      headers,
      body: JSON.stringify(body),
    });

    expect(problemOf(answer)).toBe("decision-changed");
  });
});
