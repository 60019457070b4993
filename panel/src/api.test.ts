import { createHash } from "node:crypto";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { createContract, decision, policyResource } from "../../src/contract/index.ts";
import { policyText } from "../../src/policy/index.ts";
import {
  decide,
  decisionPath,
  problemOf,
  startTestPanel,
} from "../../test/support/startTestPanel.ts";
import { referencePolicy } from "./testing/decisions.ts";

const path = decisionPath("server-statistics");

describe("without a session", () => {
  test.each([
    ["GET", "/purposes"],
    ["GET", path],
    ["GET", "/purposes/server-statistics/payload"],
    ["GET", "/purposes/nothing/decision"],
    ["GET", "/nothing"],
    ["PUT", path],
    ["PUT", "/purposes/nothing/decision"],
    ["DELETE", path],
    ["DELETE", "/purposes/nothing/decision"],
  ])("%s %s gets 401, whether it is there or not", async (method, at) => {
    const panel = await startTestPanel();
    for (const token of [undefined, "session=", `session=${"A".repeat(43)}`]) {
      const answer = await panel.send(method, `/api/privacy${at}`, {
        headers: { "Sec-Fetch-Site": "same-origin", ...(token && { Cookie: token }) },
      });
      expect(answer.status).toBe(401);
      expect(problemOf(answer)).toBe("not-signed-in");
    }
  });

  test("the policy and its texts are there for all", async () => {
    const panel = await startTestPanel();
    const answer = await panel.send("GET", "/api/privacy/policy");
    const policy = z.parse(policyResource, JSON.parse(answer.text));

    expect(policy.revision).toBe("2025-07-24");
    for (const language of ["de", "en"] as const) {
      const { digest, href } = policy.texts[language];
      const text = await panel.send("GET", `/api/privacy/${href}`);
      const hash = createHash("sha256").update(text.bytes);

      expect(text.text).toBe(policyText(referencePolicy, language));
      expect(text.headers["content-type"]).toMatch(/^text\/markdown/);
      expect(digest).toBe(`sha-256=:${hash.digest("base64")}:`);
    }
  });

  test.each(["A".repeat(43), "x", "..%2F..%2Fetc%2Fpasswd"])(
    "there is no text %s",
    async (digest) => {
      const panel = await startTestPanel();
      const answer = await panel.send("GET", `/api/privacy/policy/texts/${digest}`);

      expect(problemOf(answer)).toBe("not-found");
    },
  );
});

describe("where nothing is", () => {
  test.each([
    ["GET", "/purposes/nothing/decision"],
    ["GET", "/purposes/license/decision"],
    ["GET", "/purposes/__proto__/payload"],
    ["GET", "/purposes/nothing/payload"],
    ["GET", "/nothing"],
    ["PUT", "/purposes/license/decision"],
    ["DELETE", "/purposes/toString/decision"],
  ])("%s %s gets 404", async (method, at) => {
    const panel = await startTestPanel();
    for (const name of ["admin", "auditor"] as const) {
      const answer = await (await panel.signIn(name)).send(method, at);
      expect(answer.status).toBe(404);
      expect(problemOf(answer)).toBe("not-found");
    }
  });
});

describe("the payload", () => {
  test.each(["server-statistics", "crash-reports"])(
    "of %s goes out as bytes that nobody may change",
    async (purpose) => {
      const panel = await startTestPanel();
      const person = await panel.signIn("auditor");
      const answer = await person.send("GET", `/purposes/${purpose}/payload`, {
        headers: { "Accept-Encoding": "gzip, br, zstd, deflate" },
      });
      const hash = createHash("sha256").update(answer.bytes).digest("base64");

      expect(answer.headers["repr-digest"]).toBe(`sha-256=:${hash}:`);
      expect(answer.headers["content-type"]).toBe("application/json");
      expect(answer.headers["content-encoding"]).toBeUndefined();
      expect(answer.headers["cache-control"]).toBe("no-store, no-transform");
      expect(answer.headers["klartext-payload"]).toBe(
        purpose === "crash-reports" ? "sample" : "next",
      );
    },
  );

  test("is the same each time while nothing changes", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");

    for (const purpose of ["server-statistics", "crash-reports"]) {
      const [one, two] = await Promise.all([
        person.send("GET", `/purposes/${purpose}/payload`),
        person.send("GET", `/purposes/${purpose}/payload`),
      ]);
      expect(one.text).toBe(two.text);
    }
  });
});

describe("looking", () => {
  const gets = [
    "/policy",
    "/purposes",
    path,
    "/purposes/server-statistics/payload",
    "/purposes/crash-reports/payload",
    "/nothing",
  ];

  test.each(["GET", "HEAD"])("by %s changes nothing in the store", async (method) => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    await decide(person, "crash-reports", "granted");
    const file = join(panel.dataFolder, "panel.sqlite");
    const contents = () => {
      const store = new Database(file, { readonly: true });
      const tables = ["purpose", "policy_text", "entry", "store"];
      const rows = tables.map((table) => store.prepare(`SELECT * FROM ${table}`).all());
      store.close();
      return rows;
    };
    const before = contents();

    for (const at of gets) await person.send(method, at);

    expect(before.map((rows) => rows.length > 0)).toEqual([true, true, true, true]);
    expect(contents()).toEqual(before);
  });

  test("is allowed to an auditor, and is all that is", async () => {
    const panel = await startTestPanel();
    const auditor = await panel.signIn("auditor");
    const [get, put, del] = [
      await auditor.send("GET", path),
      await decide(auditor, "server-statistics", "granted"),
      await auditor.send("DELETE", path),
    ];

    expect(get.status).toBe(200);
    expect([put.status, problemOf(put)]).toEqual([403, "not-permitted"]);
    expect([del.status, problemOf(del)]).toEqual([403, "not-permitted"]);
    expect((await auditor.send("GET", path)).text).toBe(get.text);
  });

  test("gives answers that the contract can read", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    await decide(person, "server-statistics", "granted");
    const { purposes } = createContract(referencePolicy);
    const all = JSON.parse((await person.send("GET", "/purposes")).text);
    const one = JSON.parse((await person.send("GET", path)).text);

    expect(z.parse(purposes, all)).toEqual(all);
    expect(z.parse(decision, one)).toEqual(one);
    expect(all.purposes["server-statistics"].decision).toEqual(one);
  });

  test("starts with nothing decided", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    const { purposes } = JSON.parse((await person.send("GET", "/purposes")).text);

    for (const id of ["crash-reports", "server-statistics"]) {
      expect(purposes[id].decision).toMatchObject({ status: "undecided", at: null });
      expect(purposes[id].activity).toMatchObject({ effective: false, pseudonym: null });
    }
  });
});

test("every answer keeps the browser to the panel's own scripts and styles", async () => {
  const panel = await startTestPanel();
  const answer = await panel.send("GET", "/api/privacy/policy");

  expect(answer.headers["content-security-policy"]).toMatch(
    /default-src 'self'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'/,
  );
});
