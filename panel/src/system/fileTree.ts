import { lstat, readdir, readFile, readlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { NotAvailableHere } from "./notAvailableHere.ts";

/** As many symbolic links as Linux follows in one path, see path_resolution(7). */
const maxLinks = 40;

/**
 * Reads the text file at `path` of the file tree below `root`.
 *
 * Symbolic links are followed as a process whose root directory is `root` would follow
 * them (chroot(2)): an absolute target starts again at `root`, and `..` does not climb
 * above it. So a link in a foreign tree never leads to a file of the host.
 *
 * @returns the text, or `null` where there is no regular file; it is read as UTF-8, without
 * a byte order mark, and with U+FFFD for what is no UTF-8
 * @throws NotAvailableHere when something is there that cannot be read
 */
export async function readTextBelow(root: string, path: string): Promise<string | null> {
  const bytes = await readBytesBelow(root, path);
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

/**
 * Reads the file at `path` of the file tree below `root` as `readTextBelow` does, without
 * taking its bytes for a text.
 *
 * @throws NotAvailableHere when something is there that cannot be read
 */
export async function readBytesBelow(root: string, path: string): Promise<Buffer | null> {
  return whereFound(path, async () => {
    const file = await findFileBelow(root, path);
    return file === null ? null : readFile(file);
  });
}

/**
 * Finds the regular file at `path` of the file tree below `root`, its links resolved as
 * `readTextBelow` does.
 *
 * @returns where it really lies, or `null` where there is no regular file
 * @throws NotAvailableHere when something on the way cannot be read
 */
export async function findFileBelow(root: string, path: string): Promise<string | null> {
  return whereFound(path, async () => {
    const file = await resolveBelow(root, path);
    return (await lstat(file)).isFile() ? file : null;
  });
}

/**
 * Lists the names in the folder at `path` of the file tree below `root`, sorted by code
 * unit, so that two readings agree. Follows links as `readTextBelow` does.
 *
 * @returns the names, or `null` where there is no folder
 * @throws NotAvailableHere when something is there that cannot be read
 */
export async function listBelow(
  root: string,
  path: string,
): Promise<readonly string[] | null> {
  return whereFound(path, async () =>
    (await readdir(await resolveBelow(root, path))).sort(),
  );
}

async function whereFound<T>(path: string, read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (cause) {
    if (hasCode(cause, "ENOENT") || hasCode(cause, "ENOTDIR")) return null;
    throw new NotAvailableHere(
      `This machine cannot be described: ${path} is there but cannot be read. Let the ` +
        "panel's account read it, or point the panel at another file tree.",
      { cause },
    );
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

async function resolveBelow(root: string, path: string): Promise<string> {
  const base = resolve(root);
  const ahead = path.split("/");
  const walked: string[] = [];
  let links = 0;
  for (let part = ahead.shift(); part !== undefined; part = ahead.shift()) {
    if (part === "" || part === ".") continue;
    if (part === "..") {
      walked.pop();
      continue;
    }
    const here = join(base, ...walked, part);
    if (!(await lstat(here)).isSymbolicLink()) {
      walked.push(part);
      continue;
    }
    links += 1;
    if (links > maxLinks) throw new Error(`${path}: too many symbolic links`);
    const target = await readlink(here);
    if (target.startsWith("/")) walked.length = 0;
    ahead.unshift(...target.split("/"));
  }
  return join(base, ...walked);
}
