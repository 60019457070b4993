import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, inject } from "vitest";
import { run } from "../support/buildHost.ts";
import { makeFolder } from "../support/folder.ts";
import { freePort } from "../support/freePort.ts";
import { type Fence, fencesOf } from "../support/markdown.ts";
import { problems } from "../support/page.ts";
import { test } from "../support/playwright.ts";
import { startServer } from "../support/startServer.ts";
import { switchOnAndOff } from "../support/useCenter.ts";

const root = join(import.meta.dirname, "../..");

async function readFences(path: string): Promise<readonly Fence[]> {
  return fencesOf(await readFile(join(root, path), "utf8"));
}

test("docs/panel.md alone leads from an empty folder to a panel that keeps its contract, sends, and turns on and off", async ({
  open,
}) => {
  const guide = await readFences("docs/panel.md");
  const page = (await readFences("README.md")).filter(
    ({ file }) => file === "privacy.html",
  );
  const ports = { panel: await freePort(), page: await freePort() };
  const vendorPort = await freePort();
  const here = (text: string) =>
    text
      .replace("npm install klartext ", `npm install ${inject("tarball")} `)
      .replaceAll("3000", ports.panel)
      .replaceAll("8443", vendorPort);
  const folder = await makeFolder({ "package.json": '{"type":"module"}' });
  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), here(text));
  };
  /** What is typed: the one block for the shell that has this in it. */
  const typed = (part: string) => {
    const [text = "", ...others] = guide
      .filter(({ language, text }) => language === "sh" && text.includes(part))
      .map(({ text }) => text);
    expect([text, others]).toEqual([expect.stringContaining(part), []]);
    return here(text).trim();
  };
  const type = (text: string) => run(folder, "bash", ["-euc", text]);
  const start = (text: string, env = {}) =>
    startServer(folder, ["bash", "-euc", `exec env ${text}`], env);

  for (const { file, text } of guide) if (file) await write(file, text);
  await type(typed("npm install klartext"));
  await type(typed("openssl req"));
  await type(typed("> sessions.json"));
  await start(typed("node vendor.ts"));
  const address = await start(typed("8443 node node-http.ts"));
  const report = await type(typed("npx klartext test-panel"));
  expect(report).toMatch(/^\d+ kept, 0 broken, \d not tried\.$/m);
  const sent = await fetch(`${address}/api/privacy/transmissions`, {
    headers: { Cookie: "session=try-it" },
  });
  expect((await sent.json()).entries).toContainEqual(
    expect.objectContaining({ kind: "erasure", outcome: "accepted", status: 200 }),
  );
  expect(await type(typed("node --test"))).toMatch(/pass 1$/m);

  for (const { text } of page) await write("public/privacy.html", text);
  const [install = "", serve = ""] = typed("node express.ts").split("\n");
  await type(install);
  const env = { PORT: ports.page, PRIVACY_DATA: join(folder, "another") };
  const pageAddress = await start(serve, env);
  const { page: tab, log } = await open({ baseURL: pageAddress });
  await tab.goto("/privacy.html");
  await tab.evaluate(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: what the guide has somebody type
    document.cookie = "session=try-it; path=/";
  });
  log.console.length = 0;
  await tab.reload();
  await switchOnAndOff(tab, { address: pageAddress }, "Send server statistics");
  expect(problems(log)).toEqual([]);
});
