import { execFile } from "node:child_process";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { consentFile } from "../src/cli/consentFile/consentFile.ts";
import { policyInForce } from "../src/policy/demo/referencePolicy.ts";
import { askState } from "./support/askState.ts";
import { consentTo } from "./support/consentFiles.ts";
import { makeFolder } from "./support/folder.ts";
import { decide, startTestPanel } from "./support/startTestPanel.ts";

const examples = join(import.meta.dirname, "../docs/examples/fleet");
const policy = policyInForce("bare");
const statistics = "server-statistics";
const timeout = 120_000;
const run = promisify(execFile);

/** Whether this machine has Ansible; `apt-get install ansible-core` on Debian. */
const hasAnsible = await run("ansible-playbook", ["--version"]).then(
  () => true,
  () => false,
);

/** A panel, the examples in a folder of their own, and the command on the path. */
async function startServer() {
  const panel = await startTestPanel({ policy, config: { allowUnseen: true } });
  const folder = await makeFolder();
  await cp(examples, folder, { recursive: true });
  await mkdir(join(folder, "bin"));
  const main = join(import.meta.dirname, "../src/cli/main.ts");
  const command = `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n`;
  await writeFile(join(folder, "bin/klartext"), command, { mode: 0o755 });
  const url = `${panel.address()}/api/privacy`;
  const token = join(panel.dataFolder, "token");
  const env = {
    HOME: folder,
    LC_ALL: "C.UTF-8",
    PATH: [join(folder, "bin"), process.env.PATH].join(delimiter),
    KLARTEXT_PANEL: url,
    KLARTEXT_TOKEN_FILE: token,
    KLARTEXT_WAIT: "10",
  };
  const vars = [`privacy_panel=${url}`, `privacy_token=${token}`];
  return {
    panel,
    admin: await panel.signIn("admin"),
    remove: () => run(join(folder, "remove.sh"), [], { env }),
    /** Runs the play on this machine, and gives its recap. */
    play: async (...options: readonly string[]) => {
      const args = [
        ...["-i", "panels,", "-c", "local", "-e", vars.join(" ")],
        ...["-e", "ansible_python_interpreter=/usr/bin/python3", "privacy.yml"],
      ];
      const ran = await run("ansible-playbook", [...args, ...options], {
        ...{ cwd: folder, env },
      }).catch((error: { stdout: string }) => error);
      return /ok=\d.*$/m.exec(ran.stdout)?.[0].replaceAll(/ +/g, " ") ?? ran.stdout;
    },
  };
}

test("docs/examples/fleet/consent.json names the text of the built-in policy", async () => {
  const text = await readFile(join(examples, "consent.json"), "utf8");
  const { purposes } = consentFile.parse(JSON.parse(text));

  expect(purposes[statistics]).toEqual(consentTo(policy));
});

test.each(["consent.json", "privacy.yml"])(
  "docs/fleet.md shows %s as it is",
  async (name) => {
    const shown = await readFile(join(examples, "../../fleet.md"), "utf8");

    expect(shown).toContain(await readFile(join(examples, name), "utf8"));
  },
);

describe("the script for a package that is removed", () => {
  test("withdraws all and waits for the vendor, and may run again", {
    timeout,
  }, async () => {
    const { remove, admin, panel } = await startServer();
    await decide(admin, statistics, "granted");
    await panel.tick();
    await remove();
    await remove();
    const { decision, activity } = await askState(admin, statistics);

    expect(decision).toMatchObject({ status: "withdrawn", via: "command" });
    expect(activity.deletions).toMatchObject([{ state: "confirmed" }]);
    await panel.stop();
    await expect(remove()).rejects.toMatchObject({ code: 5 });
  });
});

describe.skipIf(!hasAnsible)("the play, run by Ansible", () => {
  test("changes a server once, and in check mode not at all", { timeout }, async () => {
    const { play, admin } = await startServer();
    const check = await play("--check");
    expect((await askState(admin, statistics)).decision.status).toBe("undecided");
    const first = await play();
    const second = await play();

    expect(check).toMatch(/^ok=1 changed=1 .*failed=0/);
    expect(first).toMatch(/^ok=1 changed=1 .*failed=0/);
    expect(second).toMatch(/^ok=1 changed=0 .*failed=0/);
    expect((await askState(admin, statistics)).decision).toMatchObject({
      ...{ status: "granted", via: "file", seen: "kinds" },
    });
    expect(await play("--check")).toMatch(/^ok=1 changed=0 .*failed=0/);
  });

  test("fails on a server where somebody withdrew on the page", { timeout }, async () => {
    const { play, admin } = await startServer();
    expect(await play()).toMatch(/changed=1 .*failed=0/);
    await admin.send("DELETE", `/purposes/${statistics}/decision`);
    expect(await play()).toMatch(/changed=0 .*failed=1/);
    expect((await askState(admin, statistics)).decision.status).toBe("withdrawn");
  });
});
