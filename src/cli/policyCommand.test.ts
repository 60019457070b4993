import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { makeFolder } from "../../test/support/folder.ts";
import { runCommandLine } from "../../test/support/runCommandLine.ts";
import { digestText } from "../payload/index.ts";
import {
  buildPage,
  buildRevisions,
  languages,
  liveConfigPolicy,
  policyText,
  renderAtom,
  renderHtml,
  renderJsonLd,
  renderMarkdown,
} from "../policy/index.ts";

/** Runs `klartext policy` and collects what it wrote. */
async function run(...args: readonly string[]) {
  const { status, printed, told } = await runCommandLine(["policy", ...args]);
  return { status, printed: `${printed}\n`, told };
}

const policy = liveConfigPolicy();

describe.each(languages)("klartext policy --lang %s", (language) => {
  const page = buildPage(policy, language);

  test("writes Markdown unless told otherwise", async () => {
    expect(await run("--lang", language)).toEqual({
      status: 0,
      printed: renderMarkdown(page),
      told: "",
    });
  });

  test("writes HTML, with what is asked for", async () => {
    const options = [
      "--heading-level",
      "3",
      "--alternate-url",
      "/other",
      "--front-matter",
    ];

    expect((await run("--lang", language, "--format", "html", ...options)).printed).toBe(
      renderHtml(page, { headingLevel: 3, alternateUrl: "/other", frontMatter: {} }),
    );
  });

  test("writes the revisions as Markdown, and as a feed that says where it lies", async () => {
    const revisions = buildRevisions(policy, language);
    const links = { feedUrl: "https://acme.example/feed", pageUrl: "/revisions" };
    const addresses = ["--feed-url", links.feedUrl, "--page-url", links.pageUrl];

    expect(
      (await run("--lang", language, "--format", "revisions", "--front-matter")).printed,
    ).toBe(renderMarkdown(revisions, { frontMatter: {} }));
    expect(
      (await run("--lang", language, "--format", "atom", ...addresses)).printed,
    ).toBe(renderAtom(policy, language, links));
  });

  test("leaves out what the site writes itself", async () => {
    expect((await run("--lang", language, "--no-contents")).printed).toBe(
      renderMarkdown(page, { contents: false }),
    );
    expect((await run("--lang", language, "--no-title")).printed).toBe(
      renderMarkdown(page, { title: false }),
    );
  });

  test("writes the very text that a person agrees to", async () => {
    expect((await run("--lang", language, "--format", "text")).printed).toBe(
      policyText(policy, language),
    );
  });

  test("writes the digest that a decision is bound to, and it stands in the JSON-LD", async () => {
    const digest = await digestText(policyText(policy, language));

    expect((await run("--lang", language, "--digest")).printed).toBe(`${digest}\n`);
    expect((await run("--lang", language, "--format", "jsonld")).printed).toBe(
      renderJsonLd(policy, language, { digest }),
    );
  });
});

test("speaks English unless told otherwise", async () => {
  expect((await run()).printed).toMatch(/^# Privacy\n/);
});

test("tells how it is used", async () => {
  const { status, printed } = await run("--help");

  expect(status).toBe(0);
  expect(printed).toContain("Usage: klartext policy [options]");
});

test.each([
  [["--lang", "fr"], '--lang takes one of de, en; it cannot be "fr".'],
  [["--lang"], "--lang"],
  [["--format", "pdf"], "--format takes one of html, markdown, text, jsonld"],
  [["--format", "toString"], "--format takes one of"],
  [["--heading-level", "6"], "--heading-level takes one of 1, 2, 3, 4, 5"],
  [["--heading-level", "1.5"], "--heading-level takes one of"],
  [["--alternate-url", "javascript:alert(1)"], "--alternate-url: "],
  [["--format", "jsonld", "--front-matter"], "JSON-LD has no front matter"],
  [["--format", "atom", "--front-matter"], "A feed has no front matter"],
  [["--format", "atom", "--feed-url", "ftp://a"], "--feed-url: "],
  [["--page-url", "/revisions"], "go with --format atom alone"],
  [["--langauge", "de"], "--langauge"],
  [["policy.json"], "A file is given with --config."],
  [["--config", "no-such-file.json"], "no-such-file.json cannot be loaded"],
  [["--config", "no-such-file.mjs"], "no-such-file.mjs cannot be loaded"],
  [["--config", "biome.json"], "Unrecognized key"],
  [
    ["--config", "test/fixtures/dpvTerms.ts"],
    "exports no policy. Write: export const policy",
  ],
])("ends with 2 and writes nothing for %j", async (args, message) => {
  const { status, printed, told } = await run(...args);

  expect(status).toBe(2);
  expect(told).toContain(message);
  expect(told).toContain("klartext policy --help tells more.");
  expect(printed).toBe("\n");
});

/** Writes a configuration of this name and returns its path. */
async function config(name: string, text: string): Promise<string> {
  return join(await makeFolder({ [name]: text }), name);
}

describe("a configuration", () => {
  const options = {
    product: "Acme Panel",
    vendor: { de: "Acme GmbH", en: "Acme Ltd" },
    settings: { contact: { de: "Büro", en: "Office" } },
    texts: { en: { general: { encryption: "All is encrypted." } } },
    general: [{ support: { de: "Hilfe.", en: "Help." } }],
    sections: [
      { id: "backups", heading: { de: "Kopien", en: "Copies" }, paragraphs: [] },
    ],
  };
  const expected = renderMarkdown(buildPage(liveConfigPolicy(options), "en"));

  test.each([
    ["settings.json", JSON.stringify(options)],
    ["settings.mjs", `export const options = ${JSON.stringify(options)};`],
    ["settings.ts", `export const options: object = ${JSON.stringify(options)};`],
  ])("gives the options of the built-in policy as %s", async (name, text) => {
    const { printed, told } = await run("--config", await config(name, text));

    expect(told).toBe("");
    expect(printed).toBe(expected);
  });

  test("gives a policy of one's own", async () => {
    const { otherPolicy } = await import("../../test/fixtures/otherPolicy.ts");
    const from = join(import.meta.dirname, "../../test/fixtures/otherPolicy.ts");
    const path = await config(
      "klartext.config.ts",
      `export { otherPolicy as policy } from ${JSON.stringify(from)};`,
    );

    expect((await run("--lang", "de", "--config", path)).printed).toBe(
      renderMarkdown(buildPage(otherPolicy, "de")),
    );
  });

  test.each([
    ["a.json", "{", "cannot be loaded"],
    ["a.json", '{"vendor": {"de": "x"}}', "at vendor.en"],
    ["a.json", '{"settings": {"logs": {"de": "x", "en": "x"}}}', '"logs"'],
    [
      "a.json",
      '{"texts": {"de": {"general": {"encrytion": "x"}}}}',
      "text-unknown: de.general.encrytion",
    ],
    ["a.json", '{"texts": {"de": {"general": {"scope": "{{name}}"}}}}', "place-unknown"],
    ["a.mjs", "export const policy = {};", "something else as policy"],
    ["a.mjs", "throw new Error('no network');", "cannot be loaded: no network"],
    ["a.mjs", "export const options = 1;", "expected object"],
  ])("that cannot be used is told, %s: %s", async (name, text, message) => {
    const path = await config(name, text);
    const { status, told } = await run("--config", path);

    expect(status).toBe(2);
    expect(told).toContain(path);
    expect(told).toContain(message);
  });

  test("that says less than it collects is told, though definePolicy was passed by", async () => {
    const from = join(import.meta.dirname, "../../test/fixtures/otherPolicy.ts");
    const path = await config(
      "a.ts",
      `import { otherPolicy } from ${JSON.stringify(from)};
       const { de, en } = otherPolicy.texts;
       export const policy = { ...otherPolicy, texts: { de, en: { ...en, title: "" } } };`,
    );
    const { status, told } = await run("--config", path);

    expect(status).toBe(2);
    expect(told).toContain("text-missing: en.title");
  });
});

describe("as a process", () => {
  const main = join(import.meta.dirname, "main.ts");

  /** What the process writes; it must end with 0. */
  function written(...args: readonly string[]) {
    return new Promise((resolve, reject) => {
      execFile(process.execPath, [main, "policy", ...args], (error, stdout, stderr) =>
        error ? reject(error) : resolve({ stdout, stderr }),
      );
    });
  }

  test("writes the policy alone to standard output", async () => {
    expect(await written("--lang", "de")).toEqual({
      stdout: renderMarkdown(buildPage(policy, "de")),
      stderr: "",
    });
  }, 30_000);

  test("reads a configuration in TypeScript", async () => {
    const text = 'export const options = { product: "Acme" } satisfies object;';

    expect(await written("--config", await config("klartext.config.ts", text))).toEqual({
      stdout: renderMarkdown(buildPage(liveConfigPolicy({ product: "Acme" }), "en")),
      stderr: "",
    });
  }, 30_000);

  test.skipIf(!existsSync("/dev/full"))(
    "ends with 1 and says why when the result cannot be written",
    async () => {
      const full = await open("/dev/full", "w");
      onTestFinished(() => full.close());
      const child = spawn(process.execPath, [main, "policy"], {
        stdio: ["ignore", full.fd, "pipe"],
      });
      let told = "";
      child.stderr?.on("data", (chunk) => {
        told += String(chunk);
      });
      const [status] = await once(child, "close");

      expect(told).toContain("The result cannot be written: ENOSPC");
      expect(status).toBe(1);
    },
    30_000,
  );

  test("ends in peace when its reader has enough", async () => {
    const child = spawn(process.execPath, [main, "policy"], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let told = "";
    child.stderr.on("data", (chunk) => {
      told += String(chunk);
    });
    child.stdout.destroy();
    const [status] = await once(child, "close");

    expect(told).toBe("");
    expect(status).toBe(0);
  }, 30_000);
});
