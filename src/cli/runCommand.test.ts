import { describe, expect, test } from "vitest";
import { decisionsSent } from "../../test/support/decisionsSent.ts";
import { plantedMistakes } from "../../test/support/plantedMistakes.ts";
import { plant } from "../../test/support/plantMistake.ts";
import { runCommandLine as run } from "../../test/support/runCommandLine.ts";
import { serveFake } from "../../test/support/serveFake.ts";
import { people, sessionHeader } from "../testing/index.ts";

const session = ["--header", `Cookie: ${sessionHeader(people.admin)}`];
const readOnly = ["--read-only-header", `Cookie: ${sessionHeader(people.auditor)}`];

describe("klartext", () => {
  test("tells how it is used", async () => {
    expect(await run(["--help"])).toMatchObject({
      status: 0,
      printed: expect.stringContaining("test-panel <url>"),
    });
    expect(await run(["test-panel", "--help"])).toMatchObject({
      status: 0,
      printed: expect.stringContaining("--read-only-header"),
    });
  });

  test.each([
    [[], "Usage: klartext"],
    [["pannel"], "There is no command “pannel”"],
    [["toString"], "There is no command “toString”"],
    [["test-panel"], "Give the URL of one panel API."],
    [["test-panel", "panel.example"], '"panel.example" is no http or https URL.'],
    [["test-panel", "http://a.example", "http://b.example"], "one panel API"],
    [["test-panel", "http://a.example", "--wirte"], "--wirte"],
    [
      ["test-panel", "http://a.example", "--max-time", "soon"],
      "--max-time takes seconds",
    ],
    [
      ["test-panel", "http://a.example", "--header", "Cookie"],
      'Write a header as "Name: value"',
    ],
    [
      ["test-panel", "http://a.example", "--config", "none.js"],
      "none.js cannot be loaded",
    ],
    [["test-panel", "http://a.example", "--config", "biome.json"], "biome.json"],
  ])("ends with 2 for %j", async (args, message) => {
    const { status, printed, told } = await run(args);

    expect(status).toBe(2);
    expect(told).toContain(message);
    expect(printed).toBe("");
  });

  test("does not repeat a header that it cannot read, for it may hold a session", async () => {
    const { told } = await run(["test-panel", "http://a.example", "--header", "s3cret"]);

    expect(told).not.toContain("s3cret");
  });
});

describe("klartext test-panel", () => {
  test("reads, reports each rule, and ends with 0 when none is broken", async () => {
    const panel = await serveFake();
    const { status, printed, told } = await run([
      "test-panel",
      panel.baseUrl,
      ...session,
    ]);

    expect(status).toBe(0);
    expect(printed).toContain("pass       payload-digest: Repr-Digest is the SHA-256");
    expect(printed).toContain("not tried  grant: ");
    expect(printed).toMatch(/\d+ kept, 0 broken, \d+ not tried\.$/);
    expect(told).toMatch(/^1\/\d+ policy-open: pass$/m);
    expect(decisionsSent(panel)).toEqual([]);
  });

  test("names the broken rule with request and answer, and ends with 1", async () => {
    const [, , mistake] =
      plantedMistakes.find(([, rule]) => rule === "payload-digest") ?? [];
    const panel = await serveFake({}, (fetch) =>
      mistake ? plant(mistake, fetch) : fetch,
    );
    const { status, printed } = await run(["test-panel", panel.baseUrl, ...session]);

    expect(status).toBe(1);
    expect(printed).toContain("FAIL       payload-digest");
    expect(printed).toContain("expected: Repr-Digest sha-256=:");
    expect(printed).toMatch(/request: curl .*\/purposes\/crash-reports\/payload$/m);
    expect(printed).toContain("answer: 200");
    expect(printed).not.toContain("session=admin");
  });

  test("decides when told to, having said what will be recorded and sent", async () => {
    const panel = await serveFake({ now: () => new Date() });
    const args = [panel.baseUrl, ...session, ...readOnly, "--write", "--yes", "--json"];
    const { status, printed, told } = await run(["test-panel", ...args]);
    const report = JSON.parse(printed);

    expect(status).toBe(0);
    expect(report).toMatchObject({ baseUrl: panel.baseUrl, failed: 0 });
    expect(told.indexOf("as Admin (admin)")).toBeGreaterThanOrEqual(0);
    expect(told.indexOf("Recorded:")).toBeLessThan(told.indexOf("policy-open"));
    for (const { decision } of Object.values(panel.state().purposes)) {
      expect(decision.status).toBe("withdrawn");
    }
  });

  test.each([
    ["the person says no", false, 1, "You chose not to go on."],
    ["nobody can be asked", undefined, 4, "add --yes"],
  ])("decides nothing when %s", async (_name, answer, expected, message) => {
    const panel = await serveFake();
    const args = ["test-panel", panel.baseUrl, ...session, "--write"];
    const { status, told } = await run(args, answer);

    expect(status).toBe(expected);
    expect(told).toContain(message);
    expect(decisionsSent(panel)).toEqual([]);
  });

  test("asks before it decides, and goes on with a yes", async () => {
    const panel = await serveFake({ now: () => new Date() });
    const args = ["test-panel", panel.baseUrl, ...session, "--write"];
    const { status, asked } = await run(args, true);

    expect(status).toBe(0);
    expect(asked).toEqual(["Go on?"]);
  });

  test("refuses to decide where a consent stands", async () => {
    const panel = await serveFake({
      purposes: { "crash-reports": { status: "granted" } },
    });
    const args = ["test-panel", panel.baseUrl, ...session, "--write", "--yes"];
    const { status, told } = await run(args);

    expect(status).toBe(4);
    expect(told).toContain("crash-reports is granted");
    expect(decisionsSent(panel)).toEqual([]);
  });

  test("takes the policy from a module", async () => {
    const panel = await serveFake();
    const config = ["--config", "test/fixtures/otherPolicy.ts"];
    const { status, told } = await run(["test-panel", panel.baseUrl, ...config]);

    expect(status).toBe(2);
    expect(told).toContain("exports no policy");
  });
});
