import { expect } from "vitest";
import { buildHost } from "../support/buildHost.ts";
import { test } from "../support/playwright.ts";
import { serveApp } from "../support/serveApp.ts";
import { startServer } from "../support/startServer.ts";
import { signInThere, switchOnAndOff } from "../support/useCenter.ts";

/** What the development build of React says in every browser without its tools. */
const advertisement = /^info: %cDownload the React DevTools/;

test.for(["development", "production"] as const)(
  "Vite with server rendering: a centre comes alive, turns on and off (%s)",
  async (NODE_ENV, { open }) => {
    const folder = await buildHost("vite-ssr", {
      over: ["vite-react"],
      env: { NODE_ENV },
    });
    const address = await startServer(folder, ["node", "server.js"], {
      NODE_ENV,
      PORT: "0",
    });
    const app = await serveApp({ from: { address } });
    const { page, context, log } = await open({ baseURL: app.address });
    await signInThere(context, app);

    const answer = await page.goto("/");
    expect(await answer?.text()).toMatch(/<h1[^>]*>Privacy</);
    await switchOnAndOff(page, app, "Serverstatistiken senden");

    expect(log.console.some((line) => advertisement.test(line))).toBe(
      NODE_ENV === "development",
    );
    const console = log.console.filter((line) => !advertisement.test(line));
    expect([console, log.errors, log.failed, log.foreign]).toEqual([[], [], [], []]);
    expect(app.reports).toEqual([]);
  },
);
