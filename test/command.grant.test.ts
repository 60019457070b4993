import { describe, expect, test, vi } from "vitest";
import { nilUuid } from "../src/policy/index.ts";
import { people, sessionHeader } from "../src/testing/index.ts";
import { startCommandPanel } from "./support/commandPanel.ts";
import { decisionsSent } from "./support/decisionsSent.ts";
import { makeFolder } from "./support/folder.ts";
import { runCommandLine } from "./support/runCommandLine.ts";
import { hasTerminal, runInTerminal } from "./support/runInTerminal.ts";
import { runKlartext } from "./support/runKlartext.ts";
import { serveFake } from "./support/serveFake.ts";
import { debian } from "./support/startTestPanel.ts";

type CommandPanel = Awaited<ReturnType<typeof startCommandPanel>>;

/** The two digests that `klartext show` prints, as arguments. */
async function shownDigests({ url, env }: CommandPanel, ...options: string[]) {
  const args = ["show", url(), "server-statistics", ...options];
  const { stdout } = await runKlartext(args, { env });
  return [...stdout.matchAll(/^ {2}(--text|--payload) (\S+)$/gm)].flatMap(
    ([, option = "", digest = ""]) => [option, digest],
  );
}

async function statusAt({ signIn }: CommandPanel): Promise<unknown> {
  const admin = await signIn("admin");
  const { text } = await admin.send("GET", "/purposes/server-statistics/decision");
  return JSON.parse(text);
}

describe("klartext grant without a terminal", () => {
  test("gives consent to what the digests name, and says that a command did", async () => {
    const panel = await startCommandPanel();
    const digests = await shownDigests(panel, "--language", "de");
    const args = ["grant", panel.url(), "server-statistics", ...digests];

    const run = await runKlartext(args, { env: panel.env });

    expect(run).toMatchObject({ status: 0, stderr: "" });
    expect(await statusAt(panel)).toMatchObject({
      ...{ status: "granted", via: "command", seen: "bytes" },
      // That of the text that was seen, whatever the command speaks.
      language: "de",
      by: { id: "program" },
      payloadDigest: `sha-256=:${digests[3]}:`,
    });
  });

  test("needs a person, and names the command that shows what has to be seen", async () => {
    const panel = await startCommandPanel();
    const args = ["grant", panel.url(), "server-statistics", "--language", "de"];

    const run = await runKlartext(args, { env: panel.env });

    expect(run).toMatchObject({ status: 4, stdout: "" });
    expect(run.stderr).toContain(
      `klartext show ${panel.url()} server-statistics --language de`,
    );
    expect(await statusAt(panel)).toMatchObject({ status: "undecided" });
  });

  test("is refused for data that have changed since they were seen", async () => {
    const panel = await startCommandPanel();
    const digests = await shownDigests(panel);
    await panel.layOut(debian({ nginx: "1.26.0-1" }));
    const args = ["grant", panel.url(), "server-statistics", ...digests];

    const run = await runKlartext(args, { env: panel.env });

    expect(run).toMatchObject({ status: 3, stdout: "" });
    expect(run.stderr).toContain("The data has changed in the meantime.");
    expect(await statusAt(panel)).toMatchObject({ status: "undecided" });
  });

  test("is refused for a text that the panel does not stand for", async () => {
    const panel = await startCommandPanel();
    const [, text, ...payload] = await shownDigests(panel);
    const other = `${text?.startsWith("A") ? "B" : "A"}${text?.slice(1)}`;
    const args = ["grant", panel.url(), "server-statistics", "--text", other, ...payload];

    const run = await runKlartext(args, { env: panel.env });

    expect(run).toMatchObject({ status: 3, stdout: "" });
    expect(run.stderr).toContain("The privacy policy has changed in the meantime.");
    expect(await statusAt(panel)).toMatchObject({ status: "undecided" });
  });

  test("is refused where the panel stands for another policy than the command has", async () => {
    const panel = await startCommandPanel();
    const digests = await shownDigests(panel);
    const folder = await makeFolder({ "config.json": '{"product": "Other"}' });
    const config = ["--config", `${folder}/config.json`];
    const args = ["grant", panel.url(), "server-statistics", ...digests, ...config];

    const run = await runKlartext(args, { env: panel.env });

    expect(run).toMatchObject({ status: 3, stdout: "" });
    expect(run.stderr).toContain("is not the panel’s text");
  });
});

describe.skipIf(!hasTerminal)("klartext grant at a terminal", () => {
  test.each([
    ["y\r", 0, "granted"],
    ["n\r", 1, "undecided"],
    ["\r", 1, "undecided"],
    ["yes please\r", 1, "undecided"],
    ["\u0004", 1, "undecided"],
    ["\u0003", 1, "undecided"],
  ])("shows all of it, asks, and %j ends with %i", async (types, status, decision) => {
    const panel = await startCommandPanel();
    const args = ["grant", panel.url(), "server-statistics"];

    const { screen, ...run } = await runInTerminal(args, { env: panel.env, types });

    expect(run.status).toBe(status);
    const [seen = ""] = screen.split("[y/N]");
    expect(seen).toContain("# Privacy");
    expect(seen).toContain(`"id": "${nilUuid}"`);
    expect(seen).toMatch(/do you give consent to exactly what stands above\? $/);
    expect(await statusAt(panel)).toMatchObject({ status: decision });
  });

  test("asks in German, and takes a German yes", async () => {
    const panel = await startCommandPanel();
    const args = ["grant", panel.url(), "server-statistics"];
    const env = { ...panel.env, LANG: "de_DE.UTF-8" };

    const { screen, status } = await runInTerminal(args, { env, types: "j\r" });

    expect(status).toBe(0);
    expect(screen).toContain("Willigen Sie in genau das ein, was oben steht? [j/N]");
    expect(screen).toContain("(server-statistics): Einwilligung erteilt");
  });
});

/** A fake panel, and what signs the command in there. */
async function fakeFor(options: Parameters<typeof serveFake>[0] = {}) {
  const panel = await serveFake(options);
  const cookie = `Cookie: ${sessionHeader(people.admin)}\n`;
  const folder = await makeFolder({ headers: cookie, token: "t0ken\n" });
  const signIn = ["--header-file", `${folder}/headers`];
  return { panel, folder, signIn };
}

describe("klartext grant cannot grant without both digests or an answered question", () => {
  test("whatever one or two options are given", async () => {
    const { panel, folder, signIn } = await fakeFor();
    const show = ["show", panel.baseUrl, "crash-reports", "--json", ...signIn];
    const shown = JSON.parse((await runCommandLine(show)).printed);
    const options = [
      ["--text", shown.policy.textDigest],
      ["--payload", shown.purposes[0].payload.digest],
      ["--json"],
      ["--max-time", "5"],
      ["--token-file", `${folder}/token`],
      ["--config", "docs/examples/klartext.config.json"],
      ["--language", "de"],
      ["--help"],
      ["--yes"],
      ["--force"],
      ["--seen", "kinds"],
      ["-y"],
    ];
    const pairs = options.flatMap((one, index) =>
      options.slice(index).map((other) => (one === other ? one : [...one, ...other])),
    );
    const both = pairs.filter(
      (pair) => pair.includes("--text") && pair.includes("--payload"),
    );

    for (const pair of pairs.filter((one) => !both.includes(one))) {
      const args = ["grant", panel.baseUrl, "crash-reports", ...signIn, ...pair];
      const { status, printed } = await runCommandLine(args);
      const outcome = /^(Usage|Aufruf): klartext grant/.test(printed) ? "help" : status;
      expect([2, 4, "help"], pair.join(" ")).toContain(outcome);
    }
    expect(both).toHaveLength(1);
    expect(decisionsSent(panel)).toEqual([]);

    const args = ["grant", panel.baseUrl, "crash-reports", ...signIn, ...both.flat()];
    expect((await runCommandLine(args)).status).toBe(0);
  });

  test("nor by a yes to a question whose data went to a file", async () => {
    const { panel, signIn } = await fakeFor();
    const args = ["grant", panel.baseUrl, "crash-reports", ...signIn];
    const { status, asked } = await runCommandLine(args, true);

    expect([status, asked]).toEqual([4, []]);
    expect(decisionsSent(panel)).toEqual([]);
  });
});

test("the time that a decision may take begins once the person has answered", async () => {
  const { panel, signIn } = await fakeFor();
  const limits = vi.spyOn(AbortSignal, "timeout");
  const isLimited = () => limits.mock.calls.some(([ms]) => ms === 7_000);
  let whenAsked: boolean | undefined;
  const args = ["grant", panel.baseUrl, "crash-reports", ...signIn, "--max-time", "7"];
  const { status } = await runCommandLine(args, undefined, {
    screen: { columns: 80, hasColors: false },
    confirm: async () => {
      whenAsked = isLimited();
      return true;
    },
  });

  expect([status, whenAsked, isLimited()]).toEqual([0, false, true]);
  expect(decisionsSent(panel)).toEqual(["PUT /purposes/crash-reports/decision"]);
});

describe("klartext grant refuses what the page refuses, in its sentences", () => {
  const screen = { columns: 80, hasColors: false };

  test.each([
    [
      "an undisclosed value",
      { version: "1", hostname: "h" },
      "Not in the privacy policy: hostname",
    ],
    ["bytes that are no JSON", undefined, "The data cannot be read."],
  ])("%s", async (_name, content, sentence) => {
    const { panel, signIn } = await fakeFor();
    panel.setPayload("crash-reports", content ?? new TextEncoder().encode("{"));
    const args = ["grant", panel.baseUrl, "crash-reports", ...signIn];
    const { status, told, asked } = await runCommandLine(args, true, { screen });

    expect([status, asked]).toEqual([3, []]);
    expect(told).toContain(sentence);
    expect(decisionsSent(panel)).toEqual([]);
  });

  test("a digest that differs", async () => {
    const { panel, signIn } = await fakeFor();
    panel.setPayload(
      "crash-reports",
      { version: "1" },
      {
        headers: { "Repr-Digest": `sha-256=:${"A".repeat(43)}=:` },
      },
    );
    const args = ["grant", panel.baseUrl, "crash-reports", ...signIn];
    const { status, told } = await runCommandLine(args, true, { screen });

    expect(status).toBe(3);
    expect(told).toContain("The checksum of the data does not match the panel’s.");
    expect(decisionsSent(panel)).toEqual([]);
  });

  test("a lock", async () => {
    const { panel, signIn } = await fakeFor();
    panel.lock("do-not-track");
    const args = ["grant", panel.baseUrl, "crash-reports", ...signIn];
    const { status, told } = await runCommandLine(args, true, { screen });

    expect(status).toBe(3);
    expect(told).toContain("Locked by DO_NOT_TRACK on this server.");
    expect(decisionsSent(panel)).toEqual([]);
  });

  test("a sign-in that may look alone", async () => {
    const { panel } = await fakeFor();
    const folder = await makeFolder({
      headers: `Cookie: ${sessionHeader(people.auditor)}`,
    });
    const signIn = ["--header-file", `${folder}/headers`];
    const args = ["grant", panel.baseUrl, "crash-reports", ...signIn];
    const { status, told } = await runCommandLine(args, true, { screen });

    expect(status).toBe(6);
    expect(told).toContain("You can see everything here, but not decide.");
    expect(decisionsSent(panel)).toEqual([]);
  });
});
