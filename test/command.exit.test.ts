import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { startTestVendor } from "../panel/src/vendor/testing/startTestVendor.ts";
import { commands } from "../src/cli/commands.ts";
import { exitTable } from "../src/cli/formatHelp.ts";
import { warnings } from "../src/cli/warningsOf.ts";
import { createCommandWords } from "../src/i18n/createCommandWords.ts";
import { languages } from "../src/policy/index.ts";
import { startCommandPanel } from "./support/commandPanel.ts";
import { tableOf } from "./support/markdown.ts";
import { runCommandLine } from "./support/runCommandLine.ts";
import { runKlartext } from "./support/runKlartext.ts";
import { decide } from "./support/startTestPanel.ts";

const page = readFileSync("docs/command.md", "utf8");
const words = createCommandWords("en", (text) => text);

describe("docs/command.md", () => {
  test("has the table of exit statuses that the help has", () => {
    const documented = tableOf(page, "exit status").map(([code, meaning]) => [
      code,
      meaning,
    ]);

    expect(documented).toEqual(exitTable(words));
  });

  test("names every command as the help does, in its order", () => {
    const names = Object.keys(commands) as (keyof typeof commands)[];
    const told = names.map((name) => {
      const usage = `${name} ${words(`command.${name}.usage`)}`;
      return [`\`${usage.replace(" [options]", "")}\``, words(`command.${name}.summary`)];
    });

    expect(tableOf(page, "command")).toEqual(told);
  });

  test("names every warning of a check", () => {
    expect(tableOf(page, "warning").map(([name]) => name)).toEqual(
      warnings.map((warning) => `\`${warning}\``),
    );
  });
});

/** Ends in each of the documented ways, at a real panel. */
const ends: Readonly<Record<string, () => Promise<{ readonly status: number | null }>>> =
  {
    "0": async () => {
      const { url, env } = await startCommandPanel();
      return runKlartext(["refuse", url()], { env });
    },
    "1": async () => {
      const { url, env } = await startCommandPanel({ config: { lock: "do-not-track" } });
      return runKlartext(["status", url(), "--check"], { env });
    },
    "2": () => runKlartext(["status", "http://127.0.0.1:1/api", "--jsno"]),
    "3": async () => {
      const { url, env, signIn } = await startCommandPanel();
      await decide(await signIn("admin"), "crash-reports", "granted");
      return runKlartext(["refuse", url(), "crash-reports"], { env });
    },
    "4": async () => {
      const { url, env } = await startCommandPanel();
      return runKlartext(["grant", url(), "crash-reports"], { env });
    },
    "5": () => runKlartext(["status", "http://127.0.0.1:1/api"]),
    "6": async () => {
      const { url } = await startCommandPanel();
      return runKlartext(["status", url()]);
    },
    "7": async () => {
      const vendor = await startTestVendor();
      const config = { vendor: { url: vendor.url, ca: vendor.caPem } };
      const { url, env, signIn, tick } = await startCommandPanel({ config });
      await decide(await signIn("admin"), "server-statistics", "granted");
      await tick();
      await vendor.close();
      return runKlartext(["withdraw", url()], { env });
    },
  };

test("each exit status of the table is one that a command ends with", () => {
  expect(Object.keys(ends)).toEqual(exitTable(words).map(([code]) => code));
});

test.each(Object.entries(ends))("a command ends with %s", async (code, end) => {
  expect((await end()).status).toBe(Number(code));
});

test.each(
  languages.flatMap((language) =>
    Object.keys(commands).map((name) => [name, language] as const),
  ),
)("the help of %s in %s is told, and fits a terminal", async (name, language) => {
  const env = { LANG: language };
  const { status, printed } = await runCommandLine([name, "--help"], undefined, { env });
  const widest = Math.max(...printed.split("\n").map((line) => line.length));

  expect(status).toBe(0);
  expect(printed).toContain("--help");
  expect(widest).toBeLessThanOrEqual(90);
});
