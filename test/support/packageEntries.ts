import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, inject } from "vitest";

/** The package as it was packed and unpacked. */
export const packageFolder = inject("packageFolder");
export const manifest = JSON.parse(
  readFileSync(join(packageFolder, "package.json"), "utf8"),
);

interface Entry {
  readonly types: string;
  readonly default: string;
}

function entry(name: string): Entry {
  return manifest.exports[name];
}

/** The names that an entry's declarations export, types marked as such. */
export function declared(name: string): readonly string[] {
  const text = readFileSync(join(packageFolder, entry(name).types), "utf8");
  expect(text, "every export is named").not.toMatch(/export \*|export (declare )?\w+ \w/);
  return [...text.matchAll(/export (type )?\{([^}]*)\}/g)]
    .flatMap(([, type = "", names = ""]) =>
      names.split(",").map((exported) => type + exported.trim()),
    )
    .filter((exported) => exported !== "")
    .toSorted();
}

/** What an entry exports at run time. */
export async function valuesOf(name: string): Promise<readonly string[]> {
  const url = pathToFileURL(join(packageFolder, entry(name).default)).href;
  return Object.keys(await import(/* @vite-ignore */ url)).toSorted();
}

/** Those of the declared names that are there at run time. */
export const values = (exported: readonly string[]) =>
  exported.filter((one) => !one.startsWith("type "));
