import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeFolder } from "../test/support/folder.ts";

/** Runs it in a package that needs this Node. */
async function runIn(node: string) {
  const manifest = JSON.stringify({ type: "module", engines: { node } });
  const folder = await makeFolder({ "package.json": manifest });
  cpSync("scripts/requireNode.js", join(folder, "scripts/requireNode.js"));
  return spawnSync(process.execPath, [join(folder, "scripts/requireNode.js")], {
    encoding: "utf8",
  });
}

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

describe("a Node", () => {
  test.each([`>=${major + 1}.0`, `>=${major}.${minor + 1}`])(
    "before %s ends the start with one paragraph",
    async (wanted) => {
      const { status, stdout, stderr } = await runIn(wanted);

      expect(status).toBe(1);
      expect(stdout).toBe("");
      expect(stderr).toMatch(/^Klartext did not start\. Node [^\n]+nodejs\.org\.\n$/);
      expect(stderr).toContain(wanted.slice(2));
    },
  );

  test.each([`>=${major}.${minor}`, `>=${major - 1}.99`])(
    "of %s starts",
    async (wanted) => {
      expect(await runIn(wanted)).toMatchObject({ status: 0, stdout: "", stderr: "" });
    },
  );
});
