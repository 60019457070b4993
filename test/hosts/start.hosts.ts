import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, inject } from "vitest";
import { run } from "../support/buildHost.ts";
import { makeFolder } from "../support/folder.ts";
import { freePort } from "../support/freePort.ts";
import { fencesOf } from "../support/markdown.ts";
import { problems } from "../support/page.ts";
import { test } from "../support/playwright.ts";
import { startServer } from "../support/startServer.ts";
import { switchOnAndOff } from "../support/useCenter.ts";

test("docs/start.md alone leads from an empty folder and the package to a page, a policy and a panel", async ({
  open,
}) => {
  const began = performance.now();
  const guide = fencesOf(
    await readFile(join(inject("packageFolder"), "docs/start.md"), "utf8"),
  );
  const ports = { panel: await freePort(), page: await freePort() };
  const parent = await makeFolder();
  const app = join(parent, "privacy-app");
  const here = (text: string) =>
    text
      .replace("npm install klartext ", `npm install ${inject("tarball")} `)
      .replaceAll("3000", ports.panel)
      .replaceAll("5173", ports.page);
  const [make = "", copy = "", startPanel = "", startPage = "", check = ""] = guide
    .filter(({ language }) => language === "sh")
    .map(({ text }) => here(text));
  const files = guide.filter(({ file, language }) => file && language !== "sh");

  await run(parent, "bash", ["-euc", make], { npm_config_yes: "true" });
  await run(app, "bash", ["-euc", copy]);
  for (const { file = "", text } of files) {
    await mkdir(dirname(join(app, file)), { recursive: true });
    await writeFile(join(app, file), here(text));
  }
  expect(files.map(({ file }) => file)).toEqual([
    "src/App.tsx",
    "src/main.tsx",
    "vite.config.ts",
    "panel/server.ts",
  ]);
  await run(app, "npm", ["run", "build"]);
  await startServer(app, ["bash", "-euc", `exec ${startPanel}`]);
  const dev = `${startPage.trim()} -- --port ${ports.page} --strictPort`;
  const address = await startServer(app, ["bash", "-euc", dev]);

  const { page, log } = await open({ baseURL: address });
  await page.goto("/");
  await switchOnAndOff(page, { address }, "Send server statistics");
  await page.goto("/policy");
  await page.getByRole("heading", { level: 1, name: "Privacy" }).waitFor();
  expect(problems(log)).toEqual([]);

  const command = (text: string) =>
    run(app, "bash", [
      "-euc",
      `npx klartext ${text.replace("API", `${address}/api/privacy`)}`,
    ]);
  const decision = async () => {
    const answer = await fetch(`${address}/api/privacy/purposes/crash-reports/decision`);
    return ((await answer.json()) as { status: string }).status;
  };
  const seen = (await command("show API crash-reports")).trim().split("\n").slice(-2);
  await command(`grant API crash-reports ${seen.join(" ")}`);
  expect(await decision()).toBe("granted");
  await command("withdraw API crash-reports");
  expect(await decision()).toBe("withdrawn");
  await command("refuse API crash-reports");
  expect(await command("history API crash-reports")).toMatch(/refused/i);
  expect(await command("policy --lang en --format html")).toBe(
    await readFile(
      join(app, "node_modules/klartext/dist/static/policy.en.fragment.html"),
      "utf8",
    ),
  );

  const [status = "", tested = ""] = check.trim().split("\n");
  expect(await run(app, "bash", ["-euc", status])).toContain(
    "Server statistics (server-statistics): Withdrawn",
  );
  const report = await run(app, "bash", ["-euc", `${tested} || true`]);
  const found = [...report.matchAll(/^Found: (.+)$/gm)].map(([, text]) => text);
  expect(found).toEqual(["What needs a session is told without one."]);
  const seconds = (performance.now() - began) / 1000;
  process.stdout.write(
    `docs/start.md from the first command to the last: ${seconds.toFixed(0)} s\n`,
  );
});
