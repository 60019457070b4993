import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { testPanelHelp } from "../src/cli/testPanelHelp.ts";
import { decisionRequest } from "../src/contract/decisionRequest.ts";
import {
  createContract,
  decisionEvents,
  decisionStatuses,
  endpoints,
  openApi,
  problemCodes,
  problems,
  transitions,
} from "../src/contract/index.ts";
import {
  buildPage,
  liveConfigPolicy,
  policyText,
  renderHtml,
} from "../src/policy/index.ts";
import { codeIn, fence, readDocument } from "./support/documents.ts";
import { fencesOf, tableOf } from "./support/markdown.ts";
import { formatJson, runInNode, runShell, typeCheck } from "./support/runSnippets.ts";
import { startTestPanel } from "./support/startTestPanel.ts";

const root = join(import.meta.dirname, "..");
const contract = createContract(liveConfigPolicy());
const document = openApi(contract, manifest.version);
const panelApi = readDocument("docs/panel-api.md");
const testingPanels = readDocument("docs/test-panel.md");

/** What was printed, with `…` where the documentation leaves something open. */
function asDocumented(printed: string, documented: string): string {
  const parts = documented.trim().split("…");
  const pattern = parts
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"))
    .join("[^\\n]+");
  return new RegExp(`^${pattern}$`).test(printed) ? documented.trim() : printed;
}

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
  const readme = readDocument("README.md");
  const snippets = [
    readme,
    panelApi,
    readDocument("CONTRIBUTING.md"),
    readDocument("docs/panel.md"),
  ]
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

test("the documented content security policy is the one that the panel sends", async () => {
  const panel = await startTestPanel();
  const answer = await fetch(`${panel.address()}/api/privacy/policy`);
  const directives = (policy: string | null) => policy?.split(/; ?/).toSorted();

  expect(directives(fence(readDocument("docs/security.md"), "text").trim())).toEqual(
    directives(answer.headers.get("Content-Security-Policy")),
  );
});

test("what was printed must agree with what is documented, but for what it leaves open", () => {
  expect(asDocumented('{"at":"12:00"}', '{"at":"…"}')).toBe('{"at":"…"}');
  expect(asDocumented('{"at":""}', '{"at":"…"}')).toBe('{"at":""}');
  expect(asDocumented("200\nmore", "20…")).toBe("200\nmore");
  expect(asDocumented("404", "200")).toBe("404");
});
