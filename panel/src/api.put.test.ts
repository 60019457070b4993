import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { problemDocument } from "../../src/contract/index.ts";
import {
  decisionPath,
  prepareDecision,
  problemOf,
  startTestPanel,
} from "../../test/support/startTestPanel.ts";

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
