import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { onTestFinished, vi } from "vitest";

/** Tells the database in the folder after `--dbpath`, which for this `rpm` is a listing. */
export const listing = 'while [ "$1" != --dbpath ]; do shift; done; cat "$2"/*';

/**
 * Puts a script in the place of `rpm` on this machine, first on the `PATH`, until the test
 * is over; or takes `rpm` away, whether the machine has one or not.
 */
export async function standInRpm(script: string | null): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "klartext-rpm-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  if (script === null) {
    vi.stubEnv("PATH", folder);
    return;
  }
  const file = join(folder, "rpm");
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  vi.stubEnv("PATH", `${folder}${delimiter}${process.env.PATH}`);
}
