import { describe, expect, test } from "vitest";
import { guard } from "./guard.ts";

const origins = ["http://127.0.0.1:4173", "https://panel.example"];

const ask = (headers: Readonly<Record<string, string>>, method = "GET") =>
  guard(
    { method, url: "http://127.0.0.1:4173/", headers: new Headers(headers), body: null },
    origins,
  );
const post = (headers: Readonly<Record<string, string>>) =>
  ask({ Host: "panel.example", ...headers }, "POST");

describe("a host that is not the panel's", () => {
  test.each(["127.0.0.1:4173", "panel.example", "PANEL.example", "panel.example:443"])(
    "is not %s",
    (host) => {
      expect(ask({ Host: host })).toBeUndefined();
    },
  );

  test.each([
    ["attacker.example", "a host of somebody else"],
    ["panel.example:80", "the port of another scheme"],
    ["127.0.0.1:443", "the port of another origin"],
    ["user@panel.example", "a name before the host"],
    ["panel.example/", "a path"],
    ["", "none"],
  ])("is %j, %s, and it says what is received and what is allowed", (host) => {
    const problem = ask({ Host: host });

    expect(problem?.problem).toBe("host-not-served");
    expect(problem?.detail).toContain(host === "" ? "names no host" : `"${host}"`);
    for (const origin of origins) expect(problem?.detail).toContain(origin);
  });

  test("without its port is told so, and how a proxy keeps it", () => {
    const { detail } = ask({ Host: "127.0.0.1" }) ?? {};

    expect(detail).toContain("The port is missing");
    expect(detail).toContain("proxy_set_header Host $http_host");
  });

  test("with another port than the panel's lacks none", () => {
    expect(ask({ Host: "127.0.0.1:1" })?.detail).not.toContain("port is missing");
  });

  test("is told how to name it to the panel, in the library and in the demonstration", () => {
    const { detail } = ask({ Host: "other.example" }) ?? {};

    expect(detail).toMatch(/`origins`.*KLARTEXT_ORIGIN/);
  });

  test("is quoted to a length that can be read", () => {
    expect(ask({ Host: "a".repeat(10_000) })?.detail?.length).toBeLessThan(800);
  });
});

describe("a request that changes something", () => {
  test.each([
    [
      "another site",
      { "Sec-Fetch-Site": "cross-site" },
      'Sec-Fetch-Site is "cross-site"',
    ],
    [
      "another origin",
      { Origin: "https://attacker.example" },
      'Origin is "https://attacker.example"',
    ],
    ["an opaque origin", { Origin: "null" }, 'Origin is "null"'],
    [
      "an endless origin",
      { Origin: `https://${"a".repeat(9_000)}` },
      'Origin is "https://aaa',
    ],
  ])("from %s is told what is received and what is allowed", (_, headers, received) => {
    const problem = post({ ...headers });

    expect(problem?.problem).toBe("cross-site");
    expect(problem?.detail).toContain(received);
    expect(problem?.detail).toContain('"same-origin"');
    for (const origin of origins) expect(problem?.detail).toContain(origin);
    expect(problem?.detail?.length).toBeLessThan(1_000);
  });

  test("over another scheme than the panel's is told so, and what to set", () => {
    const { detail } = post({ Origin: "https://127.0.0.1:4173" }) ?? {};

    expect(detail).toContain("The scheme is another");
    expect(detail).toMatch(/`origins`.*KLARTEXT_ORIGIN/);
  });

  test("with neither header is told that both are missing, and who takes them off", () => {
    const { detail } = post({}) ?? {};

    expect(detail).toContain("has neither Sec-Fetch-Site nor Origin");
    expect(detail).toContain("proxy");
  });
});
