import AxeBuilder from "@axe-core/playwright";
import { describe, expect, onTestFinished } from "vitest";
import { pressSignIn, signInOnPage } from "../support/demoMenu.ts";
import { geometryFaults } from "../support/geometry.ts";
import { startPanelProcess } from "../support/panelProcess.ts";
import { test } from "../support/playwright.ts";
import { shareName, shareOf } from "../support/shareOf.ts";
import { type PassOnOptions, startReverseProxy } from "../support/startReverseProxy.ts";

/** A panel behind a proxy that it has not been told of. */
async function startBehind(options: PassOnOptions) {
  const panel = await startPanelProcess();
  onTestFinished(panel.remove);
  return { panel, proxy: await startReverseProxy(() => panel.address, options) };
}

const withoutPort = (host: string) => host.replace(/:\d+$/, "");

const looks = (
  [
    ["de-DE", "light", "Der Port fehlt"],
    ["de-DE", "dark", "Der Port fehlt"],
    ["en-GB", "light", "The port is missing"],
    ["en-GB", "dark", "The port is missing"],
  ] as const
).flatMap((look) => [320, 1280].map((width) => [width, ...look] as const));

test.for(shareOf(looks, 3))(
  `a page behind a proxy that drops the port says so, whole by itself, at %i px, %s, %s (${shareName})`,
  async ([width, locale, colorScheme, words], { open }) => {
    const { proxy } = await startBehind({ host: withoutPort });
    const viewport = { width, height: 900 };
    const { page, log } = await open({
      baseURL: proxy,
      locale,
      colorScheme,
      viewport,
    });
    const answer = await page.goto("/");
    // The page leaves its colours to the browser, whose dark canvas axe takes for white.
    const rules = colorScheme === "dark" ? ["color-contrast"] : [];
    const { violations } = await new AxeBuilder({ page }).disableRules(rules).analyze();

    expect(answer?.status()).toBe(421);
    expect(await page.getByRole("main").innerText()).toContain(words);
    expect(await page.getByRole("main").innerText()).toContain("Host: 127.0.0.1");
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect(await geometryFaults(page)).toEqual([]);
    expect(log.console.filter((line) => /Content Security Policy/.test(line))).toEqual(
      [],
    );
    expect(log.requests.filter((line) => !line.endsWith("/favicon.ico"))).toEqual([
      `GET ${proxy}/`,
    ]);
  },
);

describe("a sign-in behind a proxy that the panel does not know", () => {
  const options = { drops: ["sec-fetch-site"] };

  test.for([320, 1280])(
    "says why at %i px, and works once the panel has been told as it says",
    async (width, { open }) => {
      const { panel, proxy } = await startBehind({
        ...options,
        host: () => new URL(panel.address).host,
      });
      const viewport = { width, height: 900 };
      const { page } = await open({ baseURL: proxy, viewport });
      await page.goto("/");
      await pressSignIn(page, "Admin");
      const alert = page.getByRole("alert").filter({ hasText: "Signing in failed." });
      await alert.waitFor();
      const told = await alert.innerText();
      const { violations } = await new AxeBuilder({ page })
        .include(".host-signIn")
        .analyze();

      expect(told).toContain(`Origin is "${proxy}"`);
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      expect(await geometryFaults(page)).toEqual([]);

      const [, origin = ""] = /KLARTEXT_ORIGIN=(\S+?),/.exec(told) ?? [];
      await panel.restart({ KLARTEXT_ORIGIN: origin });
      await signInOnPage(page, "Admin");
      expect(await alert.count()).toBe(0);
    },
  );
});
