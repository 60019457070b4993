import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Absolute paths of a file tree: text or bytes are a file, `link` a symbolic link's target. */
export type Tree = Readonly<
  Record<string, string | Uint8Array | { readonly link: string }>
>;

/** Lays out a file tree, hands over its root, and removes it afterwards. */
export async function withTree<T>(
  tree: Tree,
  use: (root: string) => Promise<T>,
): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), "klartext-system-"));
  try {
    for (const [path, entry] of Object.entries(tree)) {
      const file = join(root, path);
      await mkdir(dirname(file), { recursive: true });
      if (typeof entry === "object" && "link" in entry) await symlink(entry.link, file);
      else await writeFile(file, entry);
    }
    return await use(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
