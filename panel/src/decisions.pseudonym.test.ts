import { describe, expect, test } from "vitest";
import { nilUuid } from "../../src/policy/index.ts";
import {
  decide,
  decisionPath,
  startTestPanel,
  type TestPerson,
} from "../../test/support/startTestPanel.ts";
import { bringTo, materialRevision, stateOf, statistics } from "./testing/decisions.ts";

const path = decisionPath(statistics);
const uuid4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

async function idOfPayload(person: TestPerson): Promise<string> {
  const answer = await person.send("GET", `/purposes/${statistics}/payload`);
  return JSON.parse(answer.text).id;
}

describe("the pseudonym", () => {
  test("is not there before consent, however often one looks", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");

    for (const _ of [1, 2]) expect(await idOfPayload(person)).toBe(nilUuid);
    expect((await stateOf(person)).pseudonym).toBeNull();
  });

  test("is a random UUID, made by the grant and then in the payload", async () => {
    const person = await bringTo(await startTestPanel(), statistics, "granted");
    const { pseudonym } = await stateOf(person);

    expect(pseudonym).toMatch(uuid4);
    expect(await idOfPayload(person)).toBe(pseudonym);
  });

  test("is all that the grant changed in the payload", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    const at = `/purposes/${statistics}/payload`;
    const seen = await person.send("GET", at);
    await decide(person, statistics, "granted");
    const { pseudonym } = await stateOf(person);

    expect((await person.send("GET", at)).text).toBe(
      seen.text.replace(nilUuid, pseudonym),
    );
  });

  test("is another one on each panel with the same machine", async () => {
    const ids = await Promise.all(
      [1, 2, 3].map(async () => {
        const person = await bringTo(await startTestPanel(), statistics, "granted");
        return (await stateOf(person)).pseudonym;
      }),
    );

    expect(new Set(ids).size).toBe(3);
  });

  test("stays when consent is given again, from granted and from outdated", async () => {
    const panel = await startTestPanel();
    const person = await bringTo(panel, statistics, "granted");
    const { pseudonym } = await stateOf(person);
    await decide(person, statistics, "granted");
    const again = await stateOf(person);
    await panel.restart({ policy: materialRevision });
    const outdated = await stateOf(person);
    const payloadWhileOutdated = await idOfPayload(person);
    await decide(person, statistics, "granted");

    expect(again.pseudonym).toBe(pseudonym);
    expect(outdated).toMatchObject({ status: "outdated", pseudonym });
    expect(payloadWhileOutdated).toBe(pseudonym);
    expect(await stateOf(person)).toMatchObject({
      status: "granted",
      pseudonym,
      revision: "material",
    });
  });

  test.each(["granted", "outdated"] as const)(
    "is gone from every byte when consent is withdrawn from %s",
    async (status) => {
      const panel = await startTestPanel();
      const person = await bringTo(panel, statistics, status);
      const { pseudonym } = await stateOf(person);
      for (const _ of [1, 2, 3]) await decide(person, statistics, "granted");
      await decide(person, "crash-reports", "granted");
      const before = await panel.rawFiles();
      await person.send("DELETE", path);
      await panel.tick();
      const after = await panel.rawFiles();
      await panel.stop();
      const closed = await panel.rawFiles();

      expect(pseudonym).toMatch(uuid4);
      expect(before.some((file) => file.includes(pseudonym))).toBe(true);
      for (const files of [after, closed]) {
        expect(files.length).toBeGreaterThan(0);
        expect(files.some((file) => file.includes(pseudonym))).toBe(false);
      }
    },
  );

  test("is nil again in the payload when consent is withdrawn", async () => {
    const person = await bringTo(await startTestPanel(), statistics, "withdrawn");

    expect(await idOfPayload(person)).toBe(nilUuid);
    expect((await stateOf(person)).pseudonym).toBeNull();
  });

  test("is a new one after a new grant", async () => {
    const person = await bringTo(await startTestPanel(), statistics, "granted");
    const first = (await stateOf(person)).pseudonym;
    await person.send("DELETE", path);
    await decide(person, statistics, "granted");
    const second = (await stateOf(person)).pseudonym;

    expect(second).toMatch(uuid4);
    expect(second).not.toBe(first);
  });

  test("is never made for a purpose that names nobody", async () => {
    const person = await bringTo(await startTestPanel(), "crash-reports", "granted");

    expect((await stateOf(person, "crash-reports")).pseudonym).toBeNull();
  });
});
