import { access } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { named, startConnectProxy } from "./support/connectProxy.ts";
import { filesWith, makeFolder } from "./support/folder.ts";
import { startPanelProcess } from "./support/panelProcess.ts";
import { startReceiver } from "./support/receiver.ts";
import { runPanel } from "./support/runPanel.ts";
import { signIn } from "./support/signIn.ts";
import { debian, decide } from "./support/startTestPanel.ts";

const timeout = 60_000;
const statistics = "server-statistics";

describe("the panel as a process behind a proxy", () => {
  test("sends through it, and tells its credentials to nobody else", {
    timeout,
  }, async () => {
    const vendor = await startReceiver({ address: "vendor.example" });
    const proxy = await startConnectProxy();
    const panel = await startPanelProcess({
      ...vendor.env,
      KLARTEXT_VENDOR_URL: named(vendor.url),
      KLARTEXT_SYSTEM_ROOT: await makeFolder(debian({ nginx: "1.22.1-9+deb12u1" })),
      HTTPS_PROXY: proxy.url.replace("//", "//ada:geheim@"),
    });
    onTestFinished(panel.remove);
    const admin = await signIn(panel.address, "admin");
    await decide(admin, statistics, "granted");

    await expect.poll(() => vendor.received.length, { timeout: 20_000 }).toBe(1);
    expect(proxy.heads[0]).toContain(
      `Proxy-Authorization: Basic ${Buffer.from("ada:geheim").toString("base64")}\r\n`,
    );
    const paths = ["/purposes", "/decisions", "/transmissions", "/policy"];
    const answers = await Promise.all(paths.map((one) => admin.send("GET", one)));
    const [purposes] = answers;
    const { transport, activity } = JSON.parse(purposes?.text ?? "").purposes[statistics];
    expect(transport.proxy).toBe(`127.0.0.1:${proxy.port}`);
    expect(proxy.heard()).not.toContain(activity.pseudonym);
    for (const secret of ["geheim", "YWRhOmdlaGVpbQ", "Proxy-Authorization"]) {
      expect(answers.map(({ text }) => text).join("\n")).not.toContain(secret);
      expect(JSON.stringify(vendor.received)).not.toContain(secret);
      expect(await filesWith(panel.dataFolder, secret)).toEqual([]);
    }
  });

  test.for([
    [{ HTTPS_PROXY: "ada:geheim@proxy.example:3128" }, "HTTPS_PROXY=proxy.example:3128 "],
    [
      { https_proxy: "https://ada:geheim@proxy.example" },
      "HTTPS_PROXY=https://proxy.example/ ",
    ],
    [
      { HTTPS_PROXY: "http://ada:geheim@proxy.example", NO_PROXY: "10.0.0.*" },
      "NO_PROXY=10.0.0.* ",
    ],
  ] as const)("does not start with %j", { timeout }, async ([env, shown]) => {
    const data = join(await makeFolder(), "data");
    const { code, stdout, stderr } = await runPanel({
      ...{ PORT: "0", KLARTEXT_DATA: data },
      ...env,
    });

    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^Klartext did not start\. [^\n]+\n$/);
    expect(stderr).toContain(`${shown}cannot be used: `);
    expect(stderr).toContain("Give ");
    expect(stderr).not.toMatch(/geheim|ada/);
    await expect(access(data)).rejects.toThrow("ENOENT");
  });
});
