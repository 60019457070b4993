import { createHash } from "node:crypto";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import {
  createContract,
  decision,
  policyResource,
  problemDocument,
} from "../../src/contract/index.ts";
import { policyInForce } from "../../src/policy/demo/referencePolicy.ts";
import { policyText } from "../../src/policy/index.ts";
import {
  decide,
  decisionPath,
  prepareDecision,
  problemOf,
  startTestPanel,
} from "../../test/support/startTestPanel.ts";

const referencePolicy = policyInForce("2025-07-24");

const path = decisionPath("server-statistics");

describe("signing in", () => {
  const signIn = (body: string) => ({
    headers: { "Sec-Fetch-Site": "same-origin", "Content-Type": "application/json" },
    body,
  });

  test.each([
    ["admin", true],
    ["admin2", true],
    ["auditor", false],
  ])("as %s makes a session whose viewer may decide: %s", async (person, mayDecide) => {
    const panel = await startTestPanel();
    const answer = await panel.send(
      "POST",
      "/demo/session",
      signIn(JSON.stringify({ person })),
    );
    const [cookie = ""] = answer.headers["set-cookie"] ?? [];
    const purposes = await panel.send("GET", "/api/privacy/purposes", {
      headers: { Cookie: cookie.split(";")[0] ?? "" },
    });

    expect(answer.status).toBe(200);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Strict/);
    expect(JSON.parse(purposes.text).viewer).toMatchObject({ id: person, mayDecide });
  });

  test.each([
    '{"person": "root"}',
    '{"person": "toString"}',
    '{"person": "admin", "mayDecide": true}',
    "{}",
    "null",
    "admin",
    "",
  ])("with %s makes none", async (body) => {
    const panel = await startTestPanel();
    const answer = await panel.send("POST", "/demo/session", signIn(body));

    expect(problemOf(answer)).toBe("malformed-body");
    expect(answer.headers["set-cookie"]).toBeUndefined();
  });

  test("leaves no token in the store, its digest alone", async () => {
    const panel = await startTestPanel();
    const { headers } = await panel.signIn("admin");
    const token = headers.Cookie.split("=")[1] ?? "";
    const digest = createHash("sha256").update(token).digest("base64");
    const files = await panel.rawFiles();

    expect(token.length).toBeGreaterThanOrEqual(43);
    expect(files.some((file) => file.includes(digest))).toBe(true);
    expect(files.some((file) => file.includes(token))).toBe(false);
  });
});

describe("who is signed in", () => {
  test.each(["admin", "admin2", "auditor"] as const)("is told: %s", async (person) => {
    const panel = await startTestPanel();
    const { headers } = await panel.signIn(person);

    const answer = await panel.send("GET", "/demo/session", { headers });

    expect(answer.status).toBe(200);
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(JSON.parse(answer.text)).toEqual({ person });
  });

  test.each([undefined, "session=", `session=${"A".repeat(43)}`])(
    "is nobody with the cookie %s",
    async (token) => {
      const panel = await startTestPanel();

      const answer = await panel.send("GET", "/demo/session", {
        headers: { ...(token && { Cookie: token }) },
      });

      expect(answer.status).toBe(200);
      expect(JSON.parse(answer.text)).toEqual({ person: null });
    },
  );
});

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

/** What can be wrong with a PUT, in the order in which a panel looks for it. */
const faults = [
  ["host-not-served", 421],
  ["cross-site", 403],
  ["not-signed-in", 401],
  ["not-found", 404],
  ["not-permitted", 403],
  ["body-too-large", 413],
  ["media-type-not-supported", 415],
  ["malformed-body", 400],
  ["precondition-required", 428],
  ["decision-changed", 412],
  ["policy-changed", 409],
  ["payload-changed", 409],
] as const;

describe("a PUT in which much is wrong", () => {
  test.each(
    faults.map(([code, status], index) => ({
      code,
      status,
      wrong: faults.slice(index).map(([later]) => later as string),
    })),
  )(
    "gets $status for $code before all that comes later",
    async ({ code, status, wrong }) => {
      const panel = await startTestPanel();
      const has = (fault: (typeof faults)[number][0]) => wrong.includes(fault);
      const person = await panel.signIn(has("not-permitted") ? "auditor" : "admin");
      const { headers, body } = await prepareDecision(person, "crash-reports", "granted");
      const digest = `sha-256=:${"A".repeat(43)}=:`;
      const changed = {
        ...body,
        ...(has("policy-changed") && { textDigest: digest }),
        ...(has("payload-changed") && { payloadDigest: digest }),
      };
      const text = has("malformed-body") ? '{"decision":' : JSON.stringify(changed);

      const answer = await panel.send(
        "PUT",
        `/api/privacy${decisionPath(has("not-found") ? "nothing" : "crash-reports")}`,
        {
          headers: {
            ...(has("host-not-served") && { Host: "attacker.example" }),
            ...(has("not-signed-in") ? {} : { Cookie: person.headers.Cookie }),
            ...(!has("precondition-required") && {
              "If-Match": has("decision-changed") ? '"99"' : (headers["If-Match"] ?? ""),
            }),
            "Sec-Fetch-Site": has("cross-site") ? "cross-site" : "same-origin",
            "Content-Type": has("media-type-not-supported")
              ? "text/plain"
              : "application/json",
          },
          body: has("body-too-large") ? text.padEnd(16 * 1024 + 1) : text,
        },
      );

      expect(problemOf(answer)).toBe(code);
      expect(answer.status).toBe(status);
      expect(z.safeParse(problemDocument, JSON.parse(answer.text)).success).toBe(true);
      expect(JSON.parse(answer.text)).toMatchObject({ status });
    },
  );

  test("leaves the decision as it was", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    const { headers, body } = await prepareDecision(person, "crash-reports", "granted");
    const at = decisionPath("crash-reports");
    const before = await person.send("GET", at);
    const stale = { ...headers, "If-Match": '"99"' };

    await person.send("PUT", at, { headers, body: "{" });
    await person.send("PUT", at, { headers: stale, body: JSON.stringify(body) });

    expect((await person.send("GET", at)).text).toBe(before.text);
  });
});

describe("the body of a PUT", () => {
  async function put(change: (body: Record<string, string>) => unknown, type?: string) {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    const { headers, body } = await prepareDecision(person, "crash-reports", "granted");
    const changed = change(body);
    return person.send("PUT", decisionPath("crash-reports"), {
      headers: { ...headers, ...(type && { "Content-Type": type }) },
      body: typeof changed === "string" ? changed : JSON.stringify(changed),
    });
  }

  test.each([
    ["a member more", (body: object) => ({ ...body, note: "x" })],
    ["another decision", (body: object) => ({ ...body, decision: "withdrawn" })],
    ["another language", (body: object) => ({ ...body, language: "fr" })],
    ["no digest", (body: object) => ({ ...body, payloadDigest: undefined })],
    ["a list", (body: object) => [body]],
    ["nothing", () => ""],
    ["something behind it", (body: object) => `${JSON.stringify(body)} x`],
  ])("may not have or be %s", async (_, change) => {
    expect(problemOf(await put(change))).toBe("malformed-body");
  });

  test("may be as large as 16 KiB", async () => {
    const answer = await put((body) => JSON.stringify(body).padEnd(16 * 1024));

    expect(answer.status).toBe(200);
  });

  test.each([
    ["application/json; charset=utf-8", 200],
    ["Application/JSON", 200],
    ["text/json", 415],
    ["application/x-www-form-urlencoded", 415],
    ["multipart/form-data", 415],
    ["application/json-patch+json", 415],
  ])("as %s is answered with %i", async (type, status) => {
    expect((await put((body) => body, type)).status).toBe(status);
  });

  test("is too large even if its length is not told", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    const { headers } = await prepareDecision(person, "crash-reports", "granted");
    const answer = await person.send("PUT", decisionPath("crash-reports"), {
      headers: { ...headers, "Transfer-Encoding": "chunked" },
      body: " ".repeat(16 * 1024 + 1),
    });

    expect(problemOf(answer)).toBe("body-too-large");
  });
});

describe("an entity tag", () => {
  const gets = [
    "/policy",
    "/purposes",
    path,
    decisionPath("crash-reports"),
    "/purposes/server-statistics/payload",
    "/purposes/crash-reports/payload",
  ];

  test.each(gets)("of %s spares sending the same again", async (at) => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    const { etag = "" } = (await person.send("GET", at)).headers;

    const coded = ["-gzip", "-br", ";gzip", "--gzip"].flatMap((coding) => {
      const tag = etag.replace(/"$/, `${coding}"`);
      return [tag, `W/${tag}`, `"x", ${tag}, "y"`];
    });
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, "*", ...coded]) {
      const answer = await person.send("GET", at, {
        headers: { "If-None-Match": known },
      });
      expect([answer.status, answer.text]).toEqual([304, ""]);
      expect(answer.headers.etag).toBe(etag);
    }
    expect(etag).toMatch(/^"[^"]+"$/);
    for (const other of ['"x"', etag.slice(1, -1)]) {
      const answer = await person.send("GET", at, {
        headers: { "If-None-Match": other },
      });
      expect(answer.status).toBe(200);
    }
  });

  test("of what everybody sees is not the same for another viewer", async () => {
    const panel = await startTestPanel();
    const tags = await Promise.all(
      (["admin", "auditor"] as const).map(
        async (name) =>
          (await (await panel.signIn(name)).send("GET", "/purposes")).headers.etag,
      ),
    );

    expect(tags[0]).not.toBe(tags[1]);
  });

  test("changes with a decision, where it is told", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    const tags = async () =>
      Promise.all(
        ["/purposes", path, "/purposes/server-statistics/payload"].map(
          async (at) => (await person.send("GET", at)).headers.etag,
        ),
      );
    const before = await tags();
    await decide(person, "server-statistics", "granted");
    const after = await tags();

    expect(before.filter((tag) => after.includes(tag))).toEqual([]);
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
