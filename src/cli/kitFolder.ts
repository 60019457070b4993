import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import * as z from "zod/mini";
import type { KitFile } from "../testing/kit/kitFile.ts";

/** The file of a kit that says which files this command has put there. */
const listName = "kit.json";

const listSchema = z.object({
  format: z.literal("klartext-panel-kit"),
  files: z.catchall(z.object({}), z.string()),
});

type Digests = Readonly<Record<string, string>>;

/** What a folder holds. */
interface KitFolder {
  /** Files that no kit has put there, or that were changed since. */
  readonly foreign: readonly string[];
  /** Files there that a kit was written with before, with their digests. */
  readonly written: Digests;
}

/**
 * Looks into a folder; one that is not there holds nothing.
 *
 * @throws what the file system says of one that cannot be read.
 */
export async function readKitFolder(folder: string): Promise<KitFolder> {
  const found = await filesIn(folder);
  const listed = await readList(folder);
  const foreign: string[] = [];
  for (const path of found) {
    if (path === listName && listed) continue;
    const isOurs = listed?.[path] === digestOf(await readFile(join(folder, path)));
    if (!isOurs) foreign.push(path);
  }
  const written = Object.entries(listed ?? {}).filter(([path]) => found.includes(path));
  return { foreign, written: Object.fromEntries(written) };
}

/**
 * Writes a kit in the place of the one that was there. The texts of that one stay: people
 * have agreed to them.
 */
export async function writeKitFolder(
  folder: string,
  files: readonly KitFile[],
  { written }: KitFolder,
): Promise<void> {
  const added = new Set(files.map(({ path }) => path));
  const kept = Object.entries(written).filter(
    ([path]) => path.startsWith("texts/") && !added.has(path),
  );
  const digests: Digests = {
    ...Object.fromEntries(files.map(({ path, content }) => [path, digestOf(content)])),
    ...Object.fromEntries(kept),
  };
  const list = { format: "klartext-panel-kit", files: digests };
  await mkdir(folder, { recursive: true });
  for (const path of Object.keys(written)) {
    if (!Object.hasOwn(digests, path)) await rm(join(folder, path), { force: true });
  }
  await writeFile(join(folder, listName), `${JSON.stringify(list, null, 2)}\n`);
  for (const { path, content } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: unknown) => {
      if (error instanceof Error && Reflect.get(error, "code") === "ENOENT") return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) =>
      join(parentPath, name).slice(join(folder, "x").length - 1),
    )
    .map((path) => path.split(sep).join("/"))
    .toSorted();
}

async function readList(folder: string): Promise<Digests | undefined> {
  try {
    const text = await readFile(join(folder, listName), "utf8");
    return z.parse(listSchema, JSON.parse(text)).files;
  } catch {
    return undefined;
  }
}

function digestOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("base64");
}
