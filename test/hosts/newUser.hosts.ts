import { readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { expect } from "vitest";
import { run } from "../support/buildHost.ts";
import { signInOnPage } from "../support/demoMenu.ts";
import { makeFolder } from "../support/folder.ts";
import { freePort } from "../support/freePort.ts";
import { type Fence, fencesOf } from "../support/markdown.ts";
import { problems } from "../support/page.ts";
import { test } from "../support/playwright.ts";
import { startServer } from "../support/startServer.ts";
import { debian } from "../support/startTestPanel.ts";
import { switchOnAndOff } from "../support/useCenter.ts";

const root = join(import.meta.dirname, "../..");

test("the README alone leads from an empty folder to a centre that turns on and off", async ({
  open,
}) => {
  const readme = await readFile(join(root, "README.md"), "utf8");
  const [, section = ""] = readme.split("### Try it in an empty app\n");
  const [steps = ""] = section.split(/^## /m);
  const app = join(await makeFolder(), "panel-page");
  const [panelPort, pagePort] = [await freePort(), await freePort()];
  const here = (text: string) =>
    text
      .replaceAll("../panel-page", relative(root, app))
      .replaceAll("4173", panelPort)
      .replaceAll("5173", pagePort);
  const shell = fencesOf(steps).filter(({ language }) => language === "sh");
  const [make = "", startPanel = "", startPage = ""] = shell.map(({ text }) =>
    here(text),
  );
  const write = ({ file = "", text }: Fence) => writeFile(join(app, file), here(text));

  await run(root, "bash", ["-euc", make], { npm_config_yes: "true" });
  const page = fencesOf(readme).find(({ file }) => file === "src/PrivacyPage.tsx");
  if (page) await write(page);
  for (const fence of fencesOf(steps)) if (fence.file) await write(fence);
  await run(app, "npm", ["run", "build"]);
  const panelAddress = await startServer(root, ["bash", "-euc", startPanel], {
    PORT: panelPort,
    KLARTEXT_DATA: join(await makeFolder(), "data"),
    KLARTEXT_SYSTEM_ROOT: await makeFolder(debian({ nginx: "1.22.1-9" })),
  });
  const dev = `${startPage.trim()} -- --port ${pagePort} --strictPort`;
  const address = await startServer(app, ["bash", "-euc", dev]);
  expect([panelAddress, address]).toEqual([
    `http://127.0.0.1:${panelPort}`,
    `http://127.0.0.1:${pagePort}`,
  ]);

  const { page: tab, log } = await open();
  await tab.goto(panelAddress);
  await signInOnPage(tab, "Admin");
  await tab.goto("about:blank");
  log.console.length = 0;
  await tab.goto(address);
  await switchOnAndOff(tab, { address }, "Send server statistics");
  expect(problems(log)).toEqual([]);
});
