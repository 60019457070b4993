import { availableParallelism } from "node:os";
import { join } from "node:path";
import { storybookTest } from "@storybook/addon-vitest/vitest-plugin";
import react from "@vitejs/plugin-react";
import { playwright } from "@vitest/browser-playwright";
import type { TestUserConfig, UserWorkspaceConfig } from "vitest/config";
import { defineConfig } from "vitest/config";
import { bundledGlyphs } from "./test/support/bundledGlyphs.ts";
import { chromiumLaunchOptions } from "./test/support/chromium.ts";
import { forgetMachine } from "./test/support/forgetMachine.ts";
import { type Look, looks } from "./test/support/looks.ts";

forgetMachine(process.env);

// Panels and commands are started hundreds of times from their sources.
process.env.NODE_COMPILE_CACHE ??= join(
  import.meta.dirname,
  "node_modules/.cache/node-compile",
);

/** What a test changes is put back before the next one. */
const clean = {
  // A machine with much to do is slow, and no reason to fail.
  testTimeout: process.env.KLARTEXT_DEEP ? 120_000 : 60_000,
  restoreMocks: true,
  unstubEnvs: true,
  unstubGlobals: true,
} satisfies TestUserConfig;

/** Every story as a test, in one language and theme, with accessibility as error. */
async function stories({ language, theme }: Look): Promise<UserWorkspaceConfig> {
  return {
    plugins: [await storybookTest({ configDir: ".storybook" })],
    test: {
      ...clean,
      name: `stories-${language}-${theme}`,
      maxWorkers: 2,
      // Storybook's own preview shows one story after the other in the same page too.
      isolate: false,
      env: { STORYBOOK_LANGUAGE: language, STORYBOOK_THEME: theme },
      provide: { bundledGlyphs: bundledGlyphs() },
      setupFiles: ["test/support/storyGlyphs.ts"],
      api: { host: "127.0.0.1" },
      browser: {
        enabled: true,
        provider: playwright({
          launchOptions: await chromiumLaunchOptions(),
          contextOptions: { forcedColors: theme === "forced" ? "active" : "none" },
        }),
        headless: true,

        viewport: { width: 1280, height: 800 },
        instances: [{ browser: "chromium" }],
      },
    },
  };
}

/** Many tests wait for a process or a clock; two cores are not kept busy by one worker. */
const maxWorkers = Math.max(3, availableParallelism());

const isDeep = process.env.KLARTEXT_DEEP === "1";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...clean,
          name: "unit",
          maxWorkers,
          // What is tested here keeps nothing between two files, and a worker each takes longer
          // than most of them.
          isolate: false,
          environment: "node",
          include: ["src/**/*.test.ts", "scripts/**/*.test.ts"],
          setupFiles: ["test/support/fastCheck.ts"],
        },
      },
      {
        test: {
          ...clean,
          name: "panel",
          maxWorkers,
          isolate: false,
          environment: "node",
          include: [
            "panel/src/**/*.test.ts",
            ...(isDeep ? ["panel/src/**/*.deep.ts"] : []),
            "test/*.test.ts",
            "test/house/*.test.ts",
            "test/site/*.test.ts",
            "test/languages/*.test.ts",
          ],
          setupFiles: ["test/support/fastCheck.ts"],
        },
      },
      {
        test: {
          ...clean,
          // What replaces a module or a global, or needs those of Node, shares no worker.
          name: "panel-alone",
          maxWorkers,
          environment: "node",
          include: ["test/alone/*.test.ts"],
        },
      },
      {
        plugins: [react()],
        test: {
          ...clean,
          name: "component",
          maxWorkers,
          isolate: false,
          environment: "jsdom",
          include: [
            "src/**/*.test.tsx",
            "panel/page/**/*.test.tsx",
            "test/page/*.test.tsx",
          ],
          setupFiles: [
            "test/support/fastCheck.ts",
            "test/support/failOnConsole.ts",
            "test/support/react.ts",
          ],
        },
      },
      {
        test: {
          ...clean,
          name: "package",
          environment: "node",
          include: ["test/package/**/*.test.ts", "test/hosts/*.quick.ts"],
          globalSetup: ["test/support/providePackage.ts"],
          testTimeout: 60_000,
          // A browser over a real panel, beside the other tests.
          expect: { poll: { timeout: 20_000 } },
        },
      },
      ...looks
        .filter(({ command }) => isDeep || command === "npm test")
        .map((look) => () => stories(look)),
      {
        test: {
          ...clean,
          name: "e2e",
          environment: "node",
          include: ["test/e2e/**/*.e2e.ts"],
          globalSetup: ["test/support/buildPage.ts"],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...clean,
          name: "storybook",
          environment: "node",
          include: ["test/storybook/*.e2e.ts"],
          globalSetup: ["test/support/provideStorybook.ts"],
          maxWorkers: 2,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          ...clean,
          name: "site",
          environment: "node",
          include: ["test/site/*.site.ts"],
          globalSetup: ["test/support/buildSite.ts"],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...clean,
          name: "proxies",
          environment: "node",
          include: ["test/proxies/*.proxies.ts"],
          globalSetup: ["test/support/buildPage.ts"],
          maxWorkers: 2,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...clean,
          name: "engines",
          environment: "node",
          include: ["test/engines/**/*.engines.ts"],
          globalSetup: ["test/support/buildPage.ts", "test/support/providePackage.ts"],
          // A screen reader's keys go to the window that has the focus.
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          ...clean,
          name: "languages",
          environment: "node",
          include: ["test/languages/*.languages.ts"],
        },
      },
      {
        test: {
          ...clean,
          name: "mistakes",
          environment: "node",
          include: ["test/mistakes/*.mistakes.ts"],
          globalSetup: ["test/mistakes/tellMistakes.ts"],
          maxWorkers: 2,
          testTimeout: 1_200_000,
        },
      },
      {
        test: {
          ...clean,
          name: "hosts",
          environment: "node",
          include: ["test/hosts/*.hosts.ts", "test/hosts/*.quick.ts"],
          globalSetup: ["test/support/providePackage.ts"],
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
