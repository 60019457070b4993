import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** Puts the licences of what is inside beside the script, as they ask for. */
export function licenses(): Plugin {
  return {
    name: "klartext-licenses",
    generateBundle(_options, files) {
      const modules = Object.values(files).flatMap((file) =>
        file.type === "chunk" ? file.moduleIds : [],
      );
      this.emitFile({
        type: "asset",
        fileName: "LICENSES.txt",
        source: licensesOf(modules),
      });
    },
  };
}

/** The licences of the packages that some modules are of, each once. */
export function licensesOf(modules: readonly string[]): string {
  const folders = modules.flatMap((id) => packageFolder(id) ?? []);
  return `${[...new Set(folders)].toSorted().map(licenseOf).join("\n\n")}\n`;
}

function packageFolder(id: string): string | undefined {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0];
}

function licenseOf(folder: string): string {
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) throw new Error(`${folder} is no package.`);
  const { name, version, license } = JSON.parse(readFileSync(manifest, "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : "";
  return `${name} ${version} (${license})\n\n${text}`.trim();
}
