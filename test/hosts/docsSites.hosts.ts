import { globSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished } from "vitest";
import { buildHost } from "../support/buildHost.ts";
import { loadedScripts } from "../support/loadedScripts.ts";
import { test } from "../support/playwright.ts";
import { type PolicyPaths, readFolder } from "../support/readSite.ts";
import { serveFolder } from "../support/serveFolder.ts";

interface Site {
  readonly host: string;
  /** The folder that the build leaves. */
  readonly output: string;
  /** Where the policy is, by the way it came there. */
  readonly ways: Readonly<Record<string, PolicyPaths>>;
  /** Whether the generator writes no script of its own either. */
  readonly isStatic?: boolean;
}

const sites: Readonly<Record<string, Site>> = {
  Astro: {
    host: "astro",
    output: "dist",
    isStatic: true,
    ways: { "as HTML": { de: "/datenschutz/", en: "/privacy/" } },
  },
  Docusaurus: {
    host: "docusaurus",
    output: "build",
    ways: {
      "as Markdown": { de: "/datenschutz/", en: "/privacy/" },
      "as a component": { de: "/component/datenschutz/", en: "/component/privacy/" },
      "on a page of its own": { en: "/policy/" },
    },
  },
  VitePress: {
    host: "vitepress",
    output: "docs/.vitepress/dist",
    ways: { "as Markdown": { de: "/datenschutz.html", en: "/privacy.html" } },
  },
};

describe.each(Object.entries(sites))("%s", (_name, { host, output, ways, isStatic }) => {
  let folder: string;

  beforeAll(async () => {
    folder = join(await buildHost(host), output);
  });

  test.for(Object.entries(ways))(
    "shows the policy %s with JavaScript off and on",
    async ([, paths], { open }) => {
      await readFolder(folder, paths, open);
    },
  );

  test.runIf(isStatic)("writes no script at all", async ({ open }) => {
    const { address, close } = await serveFolder(folder);
    onTestFinished(close);
    const [paths] = Object.values(ways);

    expect(globSync("**/*.{js,mjs}", { cwd: folder })).toEqual([]);
    for (const path of Object.values(paths ?? {})) {
      const page = await (await fetch(address + path)).text();
      expect(page).toContain("policy-crash-reports");
      expect(page).not.toContain("<script");
      expect(await loadedScripts(address, path, open)).toEqual(new Map());
    }
  });
});
