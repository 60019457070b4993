import { spawnSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

interface PackedPackage {
  /** The file that `npm publish` would upload. */
  readonly tarball: string;
  /** The package as `npm install` unpacks it, beneath the repository's own dependencies. */
  readonly folder: string;
  readonly remove: () => void;
}

/**
 * Builds the package, packs it and unpacks it again.
 *
 * @throws {Error} when one of it fails or has something to say.
 */
export function packPackage(): PackedPackage {
  const cache = join(root, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const place = mkdtempSync(join(cache, "klartext-packed-"));
  const modules = join(place, "node_modules");
  mkdirSync(modules);
  const run = (command: string, args: readonly string[]) => {
    const { status, stderr } = spawnSync(command, args, {
      cwd: root,
      env: { ...process.env, NODE_ENV: "production" },
      encoding: "utf8",
    });
    // A build that warns is not fit to be published.
    if (status !== 0 || stderr !== "") {
      throw new Error(`${[command, ...args].join(" ")} ended with ${status}: ${stderr}`);
    }
  };
  run("npm", ["run", "--silent", "build"]);
  run("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", place]);
  const [tarball = ""] = globSync("*.tgz", { cwd: place });
  run("tar", ["-xzf", join(place, tarball), "-C", modules]);
  renameSync(join(modules, "package"), join(modules, "klartext"));
  return {
    tarball: join(place, tarball),
    folder: join(modules, "klartext"),
    remove: () => rmSync(place, { recursive: true, force: true }),
  };
}
