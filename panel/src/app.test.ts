import { mkdir, readFile, stat } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { liveConfigPolicy } from "../../src/policy/index.ts";
import { makeFolder } from "../../test/support/folder.ts";
import { rawRequest, sendRaw } from "../../test/support/sendRaw.ts";
import {
  problemOf,
  startTestPanel,
  type TestPanel,
} from "../../test/support/startTestPanel.ts";
import { createApp } from "./app.ts";
import { createSessions } from "./sessions.ts";

const ownPage = "Sec-Fetch-Site: same-origin";
const json = "Content-Type: application/json";

const hostOf = (panel: TestPanel) => new URL(panel.address()).host;
const signInAs = (panel: TestPanel, body: string, headers = {}) =>
  panel.send("POST", "/demo/session", {
    body,
    headers: { "Content-Type": "application/json", Origin: panel.address(), ...headers },
  });
const cookieOf = async (panel: TestPanel, person: string) => {
  const answer = await signInAs(panel, JSON.stringify({ person }));
  return answer.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
};
const viewerOf = async (panel: TestPanel, cookie: string) => {
  const answer = await panel.send("GET", "/api/privacy/purposes", {
    headers: { Cookie: cookie },
  });
  return answer.status === 200 ? JSON.parse(answer.text).viewer.id : answer.status;
};

describe("signing in", () => {
  test.each(["{", '{"person":"eve"}', '{"person":"admin","more":1}', "null"])(
    "with %s is answered with 400",
    async (body) => {
      const panel = await startTestPanel();

      expect((await signInAs(panel, body)).status).toBe(400);
    },
  );

  test("from another site is refused before its body is read", async () => {
    const panel = await startTestPanel();
    const answer = await signInAs(panel, "{", { Origin: "https://evil.example" });

    expect([answer.status, problemOf(answer)]).toEqual([403, "cross-site"]);
  });

  test("with a body of 400 MB is answered with 413 when 17 KiB have come", async () => {
    const panel = await startTestPanel();
    const head = rawRequest("POST /demo/session HTTP/1.1", hostOf(panel), [
      ...[ownPage, json, `Content-Length: ${400 * 1024 * 1024}`],
    ]);
    const answer = await sendRaw(panel.address(), head, " ".repeat(17 * 1024));

    expect(answer).toMatch(/^HTTP\/1.1 413 /);
    expect(answer).toContain("body-too-large");
  });

  test("with a body that is too large leaves the connection to the next request", async () => {
    const panel = await startTestPanel();
    const line = "POST /demo/session HTTP/1.1";
    const body = " ".repeat(20 * 1024);
    const head = rawRequest(line, hostOf(panel), [
      ownPage,
      json,
      "Content-Length: 20480",
    ]);
    const next = rawRequest("GET /docs/privacy HTTP/1.1", hostOf(panel));
    const first = head.replace("Connection: close", "Connection: keep-alive");
    const answer = await sendRaw(panel.address(), first, body, next);

    expect(answer.match(/HTTP\/1.1 \d+/g)).toEqual(["HTTP/1.1 413", "HTTP/1.1 200"]);
  });

  test("leaves no token in the file of the sessions, its digest alone", async () => {
    const panel = await startTestPanel();
    const token = (await cookieOf(panel, "admin")).split("=")[1] ?? "";
    const file = join(panel.dataFolder, "sessions.json");

    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await readFile(file, "utf8")).not.toContain(token);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test("into a folder that cannot be written says so", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const panel = await startTestPanel();
    await mkdir(join(panel.dataFolder, "sessions.json.new"));
    const answer = await signInAs(panel, '{"person":"admin"}');

    expect([answer.status, problemOf(answer)]).toEqual([503, "store-unavailable"]);
    expect(JSON.parse(answer.text).detail).toContain("that is a folder");
    expect(answer.headers["set-cookie"]).toBeUndefined();
    expect(log).toHaveBeenCalled();
  });

  test("lasts over a restart, until a hundred others signed in", async () => {
    const panel = await startTestPanel();
    const cookie = await cookieOf(panel, "auditor");
    for (let count = 1; count < 100; count += 1) await cookieOf(panel, "admin");
    await panel.restart();
    const kept = await viewerOf(panel, cookie);
    await cookieOf(panel, "admin");

    expect([kept, await viewerOf(panel, cookie)]).toEqual(["auditor", 401]);
  });

  test("twice counts in any order, unless for two people at once", async () => {
    const panel = await startTestPanel();
    const [one, same, other] = [
      await cookieOf(panel, "admin"),
      await cookieOf(panel, "admin"),
      await cookieOf(panel, "auditor"),
    ];

    expect([
      await viewerOf(panel, `session=unknown; ${one}`),
      await viewerOf(panel, `${one}; session=unknown`),
      await viewerOf(panel, `${one}; ${same}`),
      await viewerOf(panel, `${one}; ${other}`),
      await viewerOf(panel, "session=unknown"),
    ]).toEqual(["admin", "admin", "admin", 401, 401]);
  });
});

describe("a request that a client may make", () => {
  test.each([
    ["with a target that names the panel", (host: string) => `http://${host}`, "200"],
    ["with a target that names another host", () => "http://evil.example", "421"],
  ])("%s is answered by that host", async (_name, origin, status) => {
    const panel = await startTestPanel();
    const host = hostOf(panel);
    const line = `GET ${origin(host)}/api/privacy/policy HTTP/1.1`;

    expect(await sendRaw(panel.address(), rawRequest(line, host))).toMatch(
      new RegExp(`^HTTP/1.1 ${status} `),
    );
  });

  test.each(["http://ada:secret@{host}", "http://[", "ftp://{host}", "x"])(
    "with the target %s, which names no place of the panel, is served by none",
    async (target) => {
      const log = vi.spyOn(console, "error").mockReturnValue();
      const panel = await startTestPanel();
      const host = hostOf(panel);
      const line = `GET ${target.replace("{host}", host)}/docs/privacy HTTP/1.1`;
      const answer = await sendRaw(panel.address(), rawRequest(line, host));

      expect(answer).toMatch(/^HTTP\/1.1 4\d\d /);
      expect(answer).not.toContain("secret");
      expect(log).not.toHaveBeenCalled();
    },
  );

  test("is told by no other header which host it names", async () => {
    const panel = await startTestPanel();
    const host = hostOf(panel);
    const forwarded = [`Forwarded: host="${host}"`, `X-Forwarded-Host: ${host}`];
    const line = "GET /docs/privacy HTTP/1.1";
    const head = rawRequest(line, "evil.example", forwarded);

    expect(await sendRaw(panel.address(), head)).toMatch(/^HTTP\/1.1 421 /);
  });

  test("without a host, in HTTP/1.0, is served by none and told so", async () => {
    const panel = await startTestPanel({ config: { origin: "http://localhost" } });
    for (const head of ["GET /api/privacy/policy HTTP/1.0", "GET /x HTTP/1.0\r\nHost:"]) {
      const answer = await sendRaw(panel.address(), `${head}\r\n\r\n`);

      expect(answer).toMatch(/^HTTP\/1.1 421 /);
      expect(answer).toContain("names no host");
    }
  });

  test.each(["bytes=abc", "bytes=0-1", "bytes=-1", "pages=1-2"])(
    "for the range %s of a file gets the whole",
    async (range) => {
      const pageFolder = await makeFolder({ "page.css": "main { color: blue }" });
      const origins = ["http://127.0.0.1"];
      const app = createApp({
        ...{ origins, pageFolder, policy: liveConfigPolicy(), crash: undefined },
        panel: { handle: vi.fn() },
        sessions: createSessions(pageFolder),
        viewer: vi.fn(),
        report: vi.fn(),
      });
      const headers = { Host: "127.0.0.1", Range: range };
      const answer = await app.request("/page.css", { headers });

      expect([answer.status, await answer.text()]).toEqual([200, "main { color: blue }"]);
    },
  );

  test("whose body breaks off is no failure of the panel", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    const panel = await startTestPanel();
    const { headers } = await panel.signIn("admin");
    for (const path of [
      "/demo/session",
      "/api/privacy/purposes/crash-reports/decision",
    ]) {
      const head = rawRequest(`PUT ${path} HTTP/1.1`, hostOf(panel), [
        ...[ownPage, json, `Cookie: ${headers.Cookie}`, "Content-Length: 999"],
      ]).replace("PUT /demo", "POST /demo");
      const socket = connect(Number(new URL(panel.address()).port), "127.0.0.1");
      socket.write(`${head}{"decision"`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      socket.resetAndDestroy();
    }
    await panel.stop();

    expect(log.mock.calls.flat().filter((told) => told instanceof Error)).toEqual([]);
  });

  test.each(["TRACE", "PROPFIND", "QUERY", "OPTIONS"])(
    "by %s is answered, and is no failure",
    async (method) => {
      const log = vi.spyOn(console, "error").mockReturnValue();
      const panel = await startTestPanel();
      const line = `${method} /api/privacy/policy HTTP/1.1`;
      const answer = await sendRaw(
        panel.address(),
        rawRequest(line, hostOf(panel), [ownPage]),
      );

      expect(answer).toMatch(/^HTTP\/1.1 4\d\d /);
      expect(log.mock.calls.flat().filter((told) => told instanceof Error)).toEqual([]);
    },
  );

  test("by HEAD gets the header of GET and no body", async () => {
    const panel = await startTestPanel();
    const get = await panel.send("GET", "/api/privacy/policy");
    const head = await panel.send("HEAD", "/api/privacy/policy");
    const known = await panel.send("GET", "/api/privacy/policy", {
      headers: { "If-None-Match": get.headers.etag ?? "" },
    });

    expect([head.status, head.text, head.headers.etag]).toEqual([
      200,
      "",
      get.headers.etag,
    ]);
    expect([known.status, known.text]).toEqual([304, ""]);
  });
});

describe("the panel", () => {
  test("answers every page with rules that keep a browser to it", async () => {
    const panel = await startTestPanel();
    const { headers } = await panel.send("GET", "/docs/privacy");

    expect(headers["content-security-policy"]).toContain("script-src 'self'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  test("stops answering when it is closed, and leaves its port to the next", async () => {
    const panel = await startTestPanel();
    const address = panel.address();
    const port = Number(new URL(address).port);

    await expect(startTestPanel({ config: { port } })).rejects.toMatchObject({
      code: "EADDRINUSE",
    });
    await panel.stop();
    await expect(fetch(`${address}/api/privacy/policy`)).rejects.toThrow();
  });

  test("has its own vendor at the same address after a restart", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    const transportOf = async () => {
      const { purposes } = JSON.parse((await person.send("GET", "/purposes")).text);
      return purposes["crash-reports"].transport;
    };
    const before = await transportOf();
    await panel.restart();

    expect(await transportOf()).toEqual(before);
  });
});
