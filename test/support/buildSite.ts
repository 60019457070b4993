import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    siteFolder: string;
    siteBase: string;
  }
}

const siteBase = "/some/folder/";

/** Vitest's global set-up for `site`: builds the site for a subfolder, and lays it into one. */
export function setup({ provide }: TestProject): () => void {
  const host = mkdtempSync(join(tmpdir(), "klartext-site-"));
  execFileSync("npm", ["run", "--silent", "build:site"], {
    env: {
      ...process.env,
      KLARTEXT_SITE_BASE: siteBase,
      KLARTEXT_SITE_FOLDER: join(host, siteBase),
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  provide("siteFolder", host);
  provide("siteBase", siteBase);
  return () => rmSync(host, { recursive: true, force: true });
}
