import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface DebianRoot {
  readonly folder: string;
  /** Puts a version of nginx there in the place of the one before. */
  readonly install: (version: string) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** A file tree as Debian 12 has it, with nginx in a version that can be changed. */
export async function createDebianRoot(version: string): Promise<DebianRoot> {
  const folder = await mkdtemp(join(tmpdir(), "klartext-root-"));
  const install = async (next: string) => {
    const files = {
      "etc/os-release": 'NAME="Debian GNU/Linux"\nVERSION_ID="12"\n',
      "var/lib/dpkg/status": `Package: nginx\nStatus: install ok installed\nVersion: ${next}\n\n`,
    };
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  };
  await install(version);
  return { folder, install, remove: () => rm(folder, { recursive: true, force: true }) };
}
