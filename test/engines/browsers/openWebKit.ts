import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  Builder,
  Capabilities,
  Key as SeleniumKey,
  type WebDriver,
  type WebElement,
} from "selenium-webdriver";
import { freePort } from "../../support/freePort.ts";
import { end } from "./end.ts";
import type { Looks } from "./looks.ts";
import type { Engine, Key, Tab } from "./tab.ts";

const keys: Readonly<Record<Key, readonly string[]>> = {
  Tab: [SeleniumKey.TAB],
  "Shift+Tab": [SeleniumKey.SHIFT, SeleniumKey.TAB],
  Space: [SeleniumKey.SPACE],
  Enter: [SeleniumKey.ENTER],
  Escape: [SeleniumKey.ESCAPE],
};

/** Starts WebKitGTK's MiniBrowser. It needs a display, and has one tab for each start. */
export async function openWebKit(looks: Looks): Promise<Engine> {
  const settings = await mkdtemp(join(tmpdir(), "klartext-webkit-"));
  await mkdir(join(settings, "gtk-3.0"));
  await writeFile(
    join(settings, "gtk-3.0/settings.ini"),
    `[Settings]\ngtk-enable-animations=${looks.reducedMotion ? 0 : 1}\n`,
  );
  // Gives a new window the focus: without it no page is told that it has it.
  const windows = spawn("openbox", { stdio: "ignore" });
  const port = await freePort();
  const server = spawn("WebKitWebDriver", [`--port=${port}`], {
    env: {
      ...process.env,
      XDG_CONFIG_HOME: settings,
      GTK_THEME: looks.dark ? "Adwaita:dark" : "Adwaita",
      LANG: "de_DE.UTF-8",
      LANGUAGE: "de",
    },
    stdio: "ignore",
  });
  await untilAnswers(`http://127.0.0.1:${port}/status`, server);
  const stop = async () => {
    await end(server);
    await end(windows);
    await rm(settings, { recursive: true, force: true });
  };
  const connect = async () => {
    const capabilities = new Capabilities({
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": {
        binary: "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        args: ["--automation"],
      },
    });
    return new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities(capabilities)
      .build();
  };
  try {
    const driver = await connect();
    const version = (await driver.getCapabilities()).getBrowserVersion();
    await driver.quit();
    return {
      version: `WebKitGTK ${version}`,
      close: stop,
      open: async () => {
        const tab = await connect();
        return { ...tabOf(tab), close: () => tab.quit() };
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function tabOf(driver: WebDriver): Tab {
  return {
    goto: (address) => driver.get(address),
    evaluate: (run, given) =>
      driver.executeScript(`return (${String(run)})(arguments[0])`, given),
    click: async (find, given) => {
      const element = await driver.executeScript<WebElement | null>(
        `return (${String(find)})(arguments[0])`,
        given,
      );
      if (!element) throw new Error(`Nothing to click: ${JSON.stringify(given)}`);
      await driver.executeScript(
        "arguments[0].scrollIntoView({ block: 'center' })",
        element,
      );
      await element.click();
    },
    press: async (key) => {
      const actions = driver.actions();
      const [first = "", second] = keys[key];
      await (second === undefined
        ? actions.keyDown(first).keyUp(first)
        : actions.keyDown(first).keyDown(second).keyUp(second).keyUp(first)
      ).perform();
    },
    resize: async (width) => {
      await driver.manage().window().setRect({ width, height: 900, x: 0, y: 0 });
      return driver.executeScript<number>("return innerWidth");
    },
    print: async () => undefined,
    picture: async (file) => writeFile(file, await driver.takeScreenshot(), "base64"),
  };
}

async function untilAnswers(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => void setTimeout(resolve, 50));
  }
  throw new Error(`WebKitWebDriver ended with ${child.exitCode}`);
}
