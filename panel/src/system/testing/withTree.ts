import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Absolute paths of a file tree: a text is a file, `link` a symbolic link's target. */
export type Tree = Readonly<Record<string, string | { readonly link: string }>>;

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
      if (typeof entry === "string") await writeFile(file, entry);
      else await symlink(entry.link, file);
    }
    return await use(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
