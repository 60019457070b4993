import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test, vi } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { testPanelHelp } from "../src/cli/testPanelHelp.ts";
import { type ConfigError, createClient } from "../src/client/index.ts";
import { decisionRequest } from "../src/contract/decisionRequest.ts";
import {
  buildProblem,
  createContract,
  decisionEvents,
  decisionStatuses,
  endpoints,
  openApi,
  problemCodes,
  problems,
  problemType,
  transitions,
} from "../src/contract/index.ts";
import { diagnosticLevels } from "../src/policy/diagnose/diagnostic.ts";
import {
  buildPage,
  type DiagnosticCode,
  liveConfigPolicy,
  policyText,
  renderHtml,
} from "../src/policy/index.ts";
import { anchorsOf, fencesOf, linksOf, quotesOf, tableOf } from "./support/markdown.ts";
import { formatJson, runInNode, runShell, typeCheck } from "./support/runSnippets.ts";
import { startTestPanel } from "./support/startTestPanel.ts";

const root = join(import.meta.dirname, "..");
const documented = [
  "README.md",
  "AGENTS.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  ...globSync("docs/**/*.md", { cwd: root }).toSorted(),
];

/** The parts that `npm test` takes, as scripts/check.ts names them. */
const checkParts = [
  ...read("scripts/check.ts").matchAll(/^ {2,4}\{? ?name: "([\w-]+)"/gm),
].map(([, name = ""]) => name);
const contract = createContract(liveConfigPolicy());
const document = openApi(contract, manifest.version);
const panelApi = read("docs/panel-api.md");
const testingPanels = read("docs/test-panel.md");

/** Every code of the client's `ConfigError`; one that is missing here does not compile. */
const configErrorCodes = Object.keys({
  "cross-origin-base-url": true,
  "invalid-base-url": true,
  "invalid-fetch": true,
  "invalid-headers": true,
  "invalid-query-client": true,
} satisfies Record<ConfigError["code"], true>);

const diagnosticCodes = Object.keys(diagnosticLevels) as readonly DiagnosticCode[];

const sentences: Readonly<Record<"de" | "en", Readonly<Record<string, string>>>> = {
  de: JSON.parse(read("locales/de/interface.json")).problem,
  en: JSON.parse(read("locales/en/interface.json")).problem,
};

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

function page(code: string): string {
  return read(`docs/errors/${code}.md`);
}

/** The first block of this language. */
function fence(markdown: string, language: string): string {
  return fencesOf(markdown).find((block) => block.language === language)?.text ?? "";
}

/** The code words of a table's cell, such as `` `granted` ``. */
function codeIn(cell: string | undefined): string | undefined {
  return /`([^`]+)`/.exec(cell ?? "")?.[1];
}

function linkText(cell: string | undefined): string | undefined {
  return /^\[([^\]]+)\]\(\1\.md\)$/.exec(cell ?? "")?.[1];
}

/** What was printed, with `…` where the documentation leaves something open. */
function asDocumented(printed: string, documented: string): string {
  const parts = documented.trim().split("…");
  const pattern = parts
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))
    .join("[^\\n]+");
  return new RegExp(`^${pattern}$`).test(printed) ? documented.trim() : printed;
}

describe("the pages about errors", () => {
  const codes = [...problemCodes, ...diagnosticCodes, ...configErrorCodes];

  test("are one for every code, and no more", () => {
    const pages = globSync("docs/errors/*.md", { cwd: root })
      .map((path) => path.replace(/^.*[\\/](.*)\.md$/, "$1"))
      .filter((name) => name !== "README");

    expect(pages.toSorted()).toEqual(codes.toSorted());
  });

  test("are listed with their status or level, problems in the order of the contract", () => {
    const listed = read("docs/errors/README.md").split(/^## /m);
    const rows = (index: number) =>
      tableOf(listed[index] ?? "", "code").map(([code, ...rest]) => [
        linkText(code),
        ...rest,
      ]);

    expect(rows(1)).toEqual(
      problemCodes.map((code) => [
        code,
        String(problems[code].status),
        problems[code].title,
      ]),
    );
    expect(rows(2).map(([code, level]) => [code, level])).toEqual(
      Object.entries(diagnosticLevels),
    );
    expect(rows(3).map(([code]) => code)).toEqual(configErrorCodes);
  });

  test.each(codes)("%s: says what is seen, why, and what to do", (code) => {
    const headings = page(code).match(/^#+ .+$/gm);

    expect(headings).toEqual([`# ${code}`, "## What you see", "## Why", "## What to do"]);
  });

  test.each(problemCodes)("%s: has status and type, and the document of both", (code) => {
    const { instance, detail } = JSON.parse(fence(page(code), "json"));
    const extra = detail === undefined ? { instance } : { instance, detail };

    expect(page(code)).toContain(`\n- Status: ${problems[code].status}\n`);
    expect(page(code)).toContain(`\n- Type: \`${problemType(code)}\`\n`);
    expect(JSON.parse(fence(page(code), "json"))).toEqual(buildProblem(code, extra));
    expect(instance).toMatch(/^urn:uuid:/);
  });

  test.each(problemCodes)("%s: quotes the sentences that the page shows", (code) => {
    expect(quotesOf(page(code))).toEqual([sentences.de[code], sentences.en[code]]);
  });

  test.each(diagnosticCodes)("%s: has its level, and a place in a policy", (code) => {
    expect(page(code)).toContain(`\n- Level: ${diagnosticLevels[code]}\n`);
    expect(fence(page(code), "text")).toMatch(new RegExp(`^${code}: \\S.*\\n$`));
  });

  test.each([
    ["cross-origin-base-url", "https://other.example/api/privacy"],
    ["invalid-base-url", "/api/privacy?server=1"],
  ] as const)("%s: quotes the message", (code, baseUrl) => {
    vi.stubGlobal("location", new URL("https://panel.example/privacy"));
    const [message = ""] = fence(page(code), "text").split("…");

    expect(() => createClient(contract, { baseUrl })).toThrow(message.trim());
  });
});

describe("the documentation of the panel API", () => {
  test("has the table of states, cell by cell", () => {
    const rows = tableOf(panelApi, "from").map((cells) => cells.map(codeIn));

    expect(rows).toEqual(
      decisionStatuses.map((from) => [
        from,
        ...decisionEvents.map((event) => transitions[from][event]),
      ]),
    );
  });

  test("says in the table of states which cells are a problem", () => {
    const cells = tableOf(panelApi, "from").flatMap(([, ...others]) => others);
    const { status } = problems["withdraw-instead"];

    for (const cell of cells) {
      const problem = codeIn(cell) === "withdraw-instead" ? `${status} ` : "";
      expect(cell).toBe(`${problem}\`${codeIn(cell)}\``);
    }
  });

  test("names every problem with its status, in the order of the contract", () => {
    const listed = [...panelApi.matchAll(/^(\d+)\. `([a-z-]+)` (\d{3})/gm)];

    expect(listed.map(([, place, code, status]) => [place, code, status])).toEqual(
      problemCodes.map((code, index) => [
        String(index + 1),
        code,
        String(problems[code].status),
      ]),
    );
  });

  test("names every request, and none that the contract does not have", () => {
    const methods = ["get", "put", "delete", "post"];
    const requests = Object.entries(document.paths).flatMap(([path, item]) =>
      methods
        .filter((method) => Object.hasOwn(item, method))
        .map((method) => `${method.toUpperCase()} ${path}`),
    );

    expect(tableOf(panelApi, "request").map(([request]) => codeIn(request))).toEqual(
      requests,
    );
  });

  test("shows a grant that the contract takes", () => {
    expect(decisionRequest.safeParse(JSON.parse(fence(panelApi, "json")))).toMatchObject({
      success: true,
    });
  });

  test("suggests a schema that a database takes, with no place for an address", () => {
    const store = new Database(":memory:");
    store.exec(fence(panelApi, "sql"));
    const tables = store.pragma("table_list") as readonly { readonly name: string }[];
    const columns = tables.flatMap(
      ({ name }) => store.pragma(`table_info(${name})`) as readonly { name: string }[],
    );
    store.close();

    expect(columns.map(({ name }) => name)).toContain("payload_digest");
    expect(columns.filter(({ name }) => /\bip\b|address|agent/i.test(name))).toEqual([]);
  });

  test("names the options that test a panel, as the command does", () => {
    const told = tableOf(testingPanels, "option").map(([option]) => codeIn(option));
    const known = [...testPanelHelp.matchAll(/^ {2}(--\S+(?: "[^"]*"| <\w+>)?)/gm)];

    expect(told).toEqual(
      known.map(([, option]) => option).filter((option) => option !== "--help"),
    );
  });

  test("has requests that answer what it says", async () => {
    const panel = await startTestPanel();
    const blocks = fencesOf(
      panelApi.replaceAll("http://127.0.0.1:4173", panel.address()),
    ).filter(({ language }) => language === "sh" || language === "text");
    const shell = blocks.filter(({ language }) => language === "sh");
    const documented = shell.map((block) => {
      const next = blocks[blocks.indexOf(block) + 1];
      return next?.language === "text" ? next.text.trim() : "";
    });

    const printed = await runShell(
      shell.map(({ text }) => text),
      ["curl", "openssl", "sed", "grep", "cut", "tr"],
    );

    expect(shell.length).toBeGreaterThan(10);
    expect(
      printed.map((text, index) => asDocumented(text, documented[index] ?? "")),
    ).toEqual(documented);
  }, 60_000);
});

describe("the table of requests in docs/panel-api.md", () => {
  test("has every route of the contract, and no other", () => {
    const told = [...panelApi.matchAll(/^\| `([A-Z]+ \/\S+)` \|/gm)].map(
      ([, route]) => route,
    );
    const routes = Object.values(endpoints).map(
      ({ method, path }) => `${method} ${path}`,
    );

    expect(told.toSorted()).toEqual(routes.toSorted());
  });
});

describe("docs/openapi.json", () => {
  test("is the contract of the built-in policy (write it anew with vitest --update)", async () => {
    const path = "docs/openapi.json";

    await expect(await formatJson(document, path)).toMatchFileSnapshot(join(root, path));
  });

  test("is what the documented script prints", async () => {
    const printed = JSON.parse(await runInNode(fence(panelApi, "ts")));

    expect({ ...printed, info: document.info }).toEqual(
      JSON.parse(JSON.stringify(document)),
    );
  });
});

describe("the README", () => {
  const readme = read("README.md");
  const snippets = [readme, panelApi, read("CONTRIBUTING.md"), read("docs/panel.md")]
    .flatMap(fencesOf)
    .filter(({ language }) => language === "ts" || language === "tsx");

  test("and the documentation have snippets that compile", async () => {
    expect(snippets.length).toBeGreaterThanOrEqual(4);
    expect(await typeCheck(snippets)).toBe("");
  }, 60_000);

  test("has a snippet for Node that prints the policy in both languages", async () => {
    const policy = liveConfigPolicy();
    const html = renderHtml(buildPage(policy, "de"));

    expect(await runInNode(fence(readme, "ts"))).toBe(
      `${html}\n${policyText(policy, "en")}\n`,
    );
  });
});

describe("the commands of the documentation", () => {
  const scripts = Object.keys(manifest.scripts);
  const commands = documented
    .flatMap((path) => fencesOf(read(path)))
    .filter(({ language }) => language === "sh")
    .flatMap(({ text }) => text.split(/\n|&&/))
    .map((line) => line.replace(/#.*/, "").trim())
    .filter((line) => /^(npm|npx) /.test(line));

  test("are commands that this repository has", () => {
    const unknown = commands.filter((command) => {
      const [program, first = "", second = "", ...rest] = command.split(/\s+/);
      if (program === "npx") return !["klartext", "vitest"].includes(first);
      // A new user's, which test/hosts/new{User,Panel}.hosts.ts run.
      if (["ci", "create", "pack", "install"].includes(first)) return false;
      const script = first === "run" ? second : first;
      const words = first === "run" ? rest : [second, ...rest].filter(Boolean);
      const parts = words.filter((word) => script === "test" && !word.startsWith("-"));
      return (
        !scripts.includes(script) || parts.some((part) => !checkParts.includes(part))
      );
    });

    expect(commands.length).toBeGreaterThan(8);
    expect(unknown).toEqual([]);
  });

  test("that run one file of tests do so", async () => {
    const single = commands.filter((command) => /^npx vitest run .*\.ts$/.test(command));

    expect(single.length).toBeGreaterThan(0);
    await runShell(
      [`cd '${root}'`, ...single.map((command) => `${command} >/dev/null`)],
      ["npx"],
    );
  }, 60_000);
});

test("the documented content security policy is the one that the panel sends", async () => {
  const panel = await startTestPanel();
  const answer = await fetch(`${panel.address()}/api/privacy/policy`);
  const directives = (policy: string | null) => policy?.split(/; ?/).toSorted();

  expect(directives(fence(read("docs/security.md"), "text").trim())).toEqual(
    directives(answer.headers.get("Content-Security-Policy")),
  );
});

/** The files of a host's own that the documents have a new user write. */
const hostFiles = [
  "src/PrivacyPage.tsx",
  "src/Policy.tsx",
  "src/App.tsx",
  "src/main.tsx",
  "panel/server.ts",
];

test.each(documented)("%s names files that are there", (path) => {
  const named = [
    ...read(path).matchAll(/`((?:src|test|panel|docs|locales|scripts)\/[^`\s*<{]+)`/g),
  ];

  expect(
    named
      .map(([, file = ""]) => file)
      .filter((file) => !hostFiles.includes(file) && !existsSync(join(root, file))),
  ).toEqual([]);
});

test.each(documented)("%s links what is there", (path) => {
  const broken = linksOf(read(path))
    .filter((target) => !/^https?:/.test(target))
    .filter((target) => {
      const [file = "", anchor] = target.split("#");
      const to = file === "" ? path : normalize(join(dirname(path), file));
      if (!existsSync(join(root, to))) return true;
      return anchor !== undefined && !anchorsOf(read(to)).includes(anchor);
    });

  expect(broken).toEqual([]);
});

test.each(documented)("%s spells the noun licence as the policy does", (path) => {
  const prose = read(path)
    .replace(/^```[\s\S]*?^```$/gm, "")
    .replace(/`[^`\n]*`|\]\([^)]*\)/g, "");

  expect(prose.match(/(?<!\bto )\blicenses?\b/gi)).toBe(null);
});

test("what was printed must agree with what is documented, but for what it leaves open", () => {
  expect(asDocumented('{"at":"12:00"}', '{"at":"…"}')).toBe('{"at":"…"}');
  expect(asDocumented('{"at":""}', '{"at":"…"}')).toBe('{"at":""}');
  expect(asDocumented("200\nmore", "20…")).toBe("200\nmore");
  expect(asDocumented("404", "200")).toBe("404");
});
