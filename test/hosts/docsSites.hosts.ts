import { join } from "node:path";
import { beforeAll, describe } from "vitest";
import { buildHost } from "../support/buildHost.ts";
import { test } from "../support/playwright.ts";
import { type PolicyPaths, readFolder } from "../support/readSite.ts";

interface Site {
  readonly host: string;
  /** The folder that the build leaves. */
  readonly output: string;
  /** Where the policy is, by the way it came there. */
  readonly ways: Readonly<Record<string, PolicyPaths>>;
}

const sites: Readonly<Record<string, Site>> = {
  Astro: {
    host: "astro",
    output: "dist",
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

describe.each(Object.entries(sites))("%s", (_name, { host, output, ways }) => {
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
});
