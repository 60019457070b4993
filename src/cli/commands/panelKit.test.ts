import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../../../test/support/folder.ts";
import { runCommandLine as run } from "../../../test/support/runCommandLine.ts";
import { policyText } from "../../policy/index.ts";
import { readConfig } from "../readConfig.ts";

async function textsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(join(folder, "texts"));
  return Promise.all(names.map((name) => readFile(join(folder, "texts", name), "utf8")));
}

const config = "panel/klartext.config.json";

test("writes a kit into a folder that is not there yet, and says what is in it", async () => {
  const folder = join(await makeFolder(), "kit");

  const { status, printed } = await run(["panel-kit", folder]);

  expect(status).toBe(0);
  expect(printed).toMatch(/^\d\d files for the revision 2025-07-24 in .+README\.md/);
  expect(await readFile(join(folder, "README.md"), "utf8")).toContain("vectors.json");
  expect(await readdir(folder)).toContain("transitions.json");
});

test("writes the texts of the policy that is given, and keeps those of the one before", async () => {
  const folder = await makeFolder();
  await run(["panel-kit", folder]);
  const before = await textsIn(folder);

  const { status } = await run(["panel-kit", folder, "--config", config]);

  const policy = await readConfig(config);
  const after = await textsIn(folder);
  expect(status).toBe(0);
  expect(after).toEqual(expect.arrayContaining([...before, policyText(policy, "de")]));
  expect(after.length).toBe(4);
});

test.each([
  ["en", "Nothing was written"],
  ["de", "wurde nichts geschrieben"],
])(
  "leaves a folder with other files as it is, and says why in %s",
  async (language, said) => {
    const folder = await makeFolder();
    await writeFile(join(folder, "README.md"), "Mine.\n");
    await mkdir(join(folder, "src"));
    await writeFile(join(folder, "src", "panel.py"), "");

    const { status, told } = await run(["panel-kit", folder, "--language", language]);

    expect(status).toBe(2);
    expect(told).toContain(said);
    expect(told).toContain("README.md, src/panel.py");
    expect((await readdir(folder)).toSorted()).toEqual(["README.md", "src"]);
  },
);

test("does not write over a file of the kit that somebody has changed", async () => {
  const folder = await makeFolder();
  await run(["panel-kit", folder]);
  await writeFile(join(folder, "problems.json"), "[]\n");

  const { status, told } = await run(["panel-kit", folder]);

  expect(status).toBe(2);
  expect(told).toContain(": problems.json.");
  expect(await readFile(join(folder, "problems.json"), "utf8")).toBe("[]\n");
});

test("removes nothing outside the folder, whatever a list there says", async () => {
  const folder = await makeFolder();
  const kit = join(folder, "kit");
  await mkdir(kit);
  await writeFile(join(folder, "outside"), "Mine.\n");
  const list = { format: "klartext-panel-kit", files: { "../outside": "x" } };
  await writeFile(join(kit, "kit.json"), JSON.stringify(list));

  await run(["panel-kit", kit]);

  expect(await readFile(join(folder, "outside"), "utf8")).toBe("Mine.\n");
});

test.each([
  [[], "Give one folder"],
  [["a", "b"], "Give one folder"],
  [["package.json"], "package.json cannot be read or written (ENOTDIR)"],
  [["x", "--config", "none.js"], "none.js cannot be loaded"],
])("ends with 2 for %j", async (args, message) => {
  const { status, told } = await run(["panel-kit", ...args]);

  expect(status).toBe(2);
  expect(told).toContain(message);
});
