import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { policyInForce } from "../../src/policy/demo/referencePolicy.ts";
import { nilUuid, type Policy } from "../../src/policy/index.ts";
import {
  decide,
  decisionPath,
  prepareDecision,
  problemOf,
  startTestPanel,
  type TestAnswer,
  type TestPanel,
  type TestPerson,
} from "../../test/support/startTestPanel.ts";

const referencePolicy = policyInForce("2025-07-24");

const statistics = "server-statistics";
const path = decisionPath(statistics);
const uuid4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function revised(
  id: string,
  material: boolean,
  previous: Policy = referencePolicy,
): Policy {
  return { ...previous, previous, revision: { ...previous.revision, id, material } };
}

const materialRevision = revised("material", true);

async function stateOf(person: TestPerson, purpose = statistics) {
  const { purposes } = JSON.parse((await person.send("GET", "/purposes")).text);
  const { decision, etag, activity } = purposes[purpose];
  const { effective, pseudonym, lock } = activity;
  return { ...decision, etag, effective, pseudonym, lock };
}

async function idOfPayload(person: TestPerson): Promise<string> {
  const answer = await person.send("GET", `/purposes/${statistics}/payload`);
  return JSON.parse(answer.text).id;
}

type Status = "undecided" | "refused" | "granted" | "outdated" | "withdrawn";

/** Brings a purpose into a state, along the shortest road there is. */
async function bringTo(panel: TestPanel, purpose: string, status: Status) {
  const person = await panel.signIn("admin");
  if (status === "refused") await decide(person, purpose, "refused");
  else if (status !== "undecided") await decide(person, purpose, "granted");
  if (status === "withdrawn") await person.send("DELETE", decisionPath(purpose));
  if (status === "outdated") await panel.restart({ policy: materialRevision });
  expect(await stateOf(person, purpose)).toMatchObject({ status });
  return person;
}

/** What follows, as the table of the states has it. */
const cells: readonly (readonly [
  from: Status,
  put: string,
  refuse: string,
  del: string,
  revision: string,
])[] = [
  ["undecided", "granted", "refused", "undecided", "undecided"],
  ["refused", "granted", "refused", "refused", "refused"],
  ["granted", "granted", "withdraw-instead", "withdrawn", "outdated"],
  ["outdated", "granted", "withdraw-instead", "withdrawn", "outdated"],
  ["withdrawn", "granted", "withdrawn", "withdrawn", "withdrawn"],
];

function outcome(answer: TestAnswer): string {
  return answer.status < 300 ? JSON.parse(answer.text).status : problemOf(answer);
}

describe.each([statistics, "crash-reports"])("the states of %s", (purpose) => {
  describe.each(cells)("from %s", (from, put, refuse, del, revision) => {
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

describe("what was seen", () => {
  const digest = `sha-256=:${"A".repeat(43)}=:`;

  test.each([
    ["an older revision", { revision: "2024-01-01" }, "policy-changed"],
    ["an unknown text", { textDigest: digest }, "policy-changed"],
    ["the text of the other language", { language: "en" }, "policy-changed"],
    ["another payload", { payloadDigest: digest }, "payload-changed"],
  ])("is not granted when it was %s", async (_, change, problem) => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    const { headers, body } = await prepareDecision(person, statistics, "granted");
    const changed = JSON.stringify({ ...body, ...change });
    const answer = await person.send("PUT", path, { headers, body: changed });

    expect([answer.status, problemOf(answer)]).toEqual([409, problem]);
    expect(await stateOf(person)).toMatchObject({ status: "undecided", pseudonym: null });
  });

  test("is refused whatever it was", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    const { headers, body } = await prepareDecision(person, statistics, "refused");
    const changed = { ...body, revision: "2024-01-01", textDigest: digest };
    const answer = await person.send("PUT", path, {
      headers,
      body: JSON.stringify(changed),
    });

    expect(outcome(answer)).toBe("refused");
  });

  test("has changed when a service came meanwhile", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    const { headers, body } = await prepareDecision(person, statistics, "granted");
    await panel.layOut({
      "/var/lib/dpkg/status":
        "Package: nginx\nStatus: install ok installed\nVersion: 9.9-1\n",
    });
    const answer = await person.send("PUT", path, {
      headers,
      body: JSON.stringify(body),
    });

    expect(problemOf(answer)).toBe("payload-changed");
    expect(outcome(await decide(person, statistics, "granted"))).toBe("granted");
  });

  test("has changed when the host changed a setting of the same revision", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    const { headers, body } = await prepareDecision(person, statistics, "granted");
    const contact = { de: "neu", en: "new" };
    const settings = { ...referencePolicy.settings, contact };
    await panel.restart({ policy: { ...referencePolicy, settings } });
    const answer = await person.send("PUT", path, {
      headers,
      body: JSON.stringify(body),
    });

    expect(problemOf(answer)).toBe("policy-changed");
  });

  test("stays readable after the host changed it", async () => {
    const panel = await startTestPanel();
    const old = JSON.parse((await panel.send("GET", "/api/privacy/policy")).text);
    const contact = { de: "neu", en: "new" };
    const settings = { ...referencePolicy.settings, contact };
    await panel.restart({ policy: { ...referencePolicy, settings } });
    const now = JSON.parse((await panel.send("GET", "/api/privacy/policy")).text);
    const text = await panel.send("GET", `/api/privacy/${old.texts.de.href}`);

    expect(now.texts.de.digest).not.toBe(old.texts.de.digest);
    expect(text.status).toBe(200);
    expect(text.text).toContain("datenschutz@telemetry.example");
  });
});

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
