import { describe, expect, test } from "vitest";
import { problemOf, startTestPanel } from "../../test/support/startTestPanel.ts";

const decision = "/api/privacy/purposes/crash-reports/decision";

describe("the host of a request", () => {
  test.each([
    ["127.0.0.1:{port}", 200],
    ["localhost:{port}", 200],
    ["panel.example", 200],
    ["panel.example:{port}", 421],
    ["attacker.example", 421],
    ["attacker.example:{port}", 421],
    ["127.0.0.1", 421],
    ["127.0.0.1:1", 421],
    ["127.0.0.1.attacker.example:{port}", 421],
    ["localhost.attacker.example:{port}", 421],
    ["[::1]:{port}", 421],
  ])("%s is answered with %i", async (host, status) => {
    const panel = await startTestPanel({ config: { origin: "https://panel.example" } });
    const { port } = new URL(panel.address());

    const answer = await panel.send("GET", "/api/privacy/policy", {
      headers: { Host: host.replace("{port}", port) },
    });

    expect(answer.status).toBe(status);
    if (status === 421) expect(problemOf(answer)).toBe("host-not-served");
  });

  test("is looked at before anything else, for a page as for an unsafe request", async () => {
    const panel = await startTestPanel();
    const headers = { Host: "attacker.example", "Sec-Fetch-Site": "cross-site" };

    for (const [method, path] of [
      ["GET", "/"],
      ["GET", "/demo/session"],
      ["POST", "/demo/session"],
      ["DELETE", decision],
    ] as const) {
      expect(problemOf(await panel.send(method, path, { headers }))).toBe(
        "host-not-served",
      );
    }
  });
});

/** Headers as a browser sends them, and whether they come from the panel's own page. */
const senders: readonly (readonly [string, Readonly<Record<string, string>>, boolean])[] =
  [
    ["the own page", { "Sec-Fetch-Site": "same-origin" }, true],
    ["the own page in an old browser", { Origin: "{own}" }, true],
    ["the own page by its other name", { Origin: "http://localhost:{port}" }, true],
    ["the own page behind a proxy", { Origin: "https://panel.example" }, true],
    ["another site", { "Sec-Fetch-Site": "cross-site" }, false],
    ["a sibling of the site", { "Sec-Fetch-Site": "same-site" }, false],
    ["the address bar", { "Sec-Fetch-Site": "none" }, false],
    ["a program that says nothing", {}, false],
    ["another origin in an old browser", { Origin: "https://attacker.example" }, false],
    ["an opaque origin", { Origin: "null" }, false],
    ["another port", { Origin: "http://127.0.0.1:1" }, false],
    ["another scheme", { Origin: "https://127.0.0.1:{port}" }, false],
    [
      "a name that begins alike",
      { Origin: "https://panel.example.attacker.example" },
      false,
    ],
    [
      "another site with a forged origin",
      { "Sec-Fetch-Site": "cross-site", Origin: "{own}" },
      false,
    ],
    [
      "another site with a capital",
      { "Sec-Fetch-Site": "Cross-Site", Origin: "{own}" },
      false,
    ],
  ];

describe.each(senders)("an unsafe request from %s", (_, sender, own) => {
  test.each([
    ["PUT", decision],
    ["DELETE", decision],
    ["POST", "/demo/session"],
    ["POST", "/nowhere"],
  ])(`${own ? "may" : "may not"} %s %s`, async (method, path) => {
    const panel = await startTestPanel({ config: { origin: "https://panel.example" } });
    const { port, origin } = new URL(panel.address());
    const headers = Object.fromEntries(
      Object.entries(sender).map(([name, value]) => [
        name,
        value.replace("{own}", origin).replace("{port}", port),
      ]),
    );

    const answer = await panel.send(method, path, { headers });

    if (own) expect(problemOf(answer)).not.toBe("cross-site");
    else {
      expect(answer.status).toBe(403);
      expect(problemOf(answer)).toBe("cross-site");
    }
  });
});

test.each(["GET", "HEAD"])(
  "another site's %s is answered, for it changes nothing",
  async (method) => {
    const panel = await startTestPanel();
    const headers = { "Sec-Fetch-Site": "cross-site" };

    expect((await panel.send(method, "/api/privacy/policy", { headers })).status).toBe(
      200,
    );
  },
);
