import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { problemOf, startTestPanel } from "../../test/support/startTestPanel.ts";

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
