import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { onTestFinished } from "vitest";

/** A server whose queue is full: the system answers no call any more. */
export async function startDeafServer(): Promise<string> {
  const listening = `
    require("node:net").createServer().listen(
      { port: 0, host: "127.0.0.1", backlog: 1 },
      function () {
        require("node:fs").writeSync(1, String(this.address().port));
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      },
    );`;
  const child = spawn(process.execPath, ["-e", listening]);
  const [port] = (await once(child.stdout, "data")) as [Buffer];
  const callers = [1, 2].map(() => connect(Number(port), "127.0.0.1"));
  await Promise.all(callers.map((caller) => once(caller, "connect")));
  onTestFinished(async () => {
    for (const caller of callers) caller.destroy();
    child.kill("SIGKILL");
    await once(child, "exit");
  });
  return `https://127.0.0.1:${port}`;
}
