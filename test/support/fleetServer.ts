import { execFile } from "node:child_process";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { policyInForce } from "../../src/policy/demo/referencePolicy.ts";
import { makeFolder } from "./folder.ts";
import { startTestPanel } from "./startTestPanel.ts";

export const fleetExamples = join(import.meta.dirname, "../../docs/examples/fleet");
export const fleetPolicy = policyInForce("bare");
const run = promisify(execFile);

/** A panel, the examples in a folder of their own, and the command on the path. */
export async function startFleetServer() {
  const panel = await startTestPanel({
    policy: fleetPolicy,
    config: { allowUnseen: true },
  });
  const folder = await makeFolder();
  await cp(fleetExamples, folder, { recursive: true });
  await mkdir(join(folder, "bin"));
  const main = join(import.meta.dirname, "../../src/cli/main.ts");
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
