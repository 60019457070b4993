import type { TestProject } from "vitest/node";
import { buildStorybook } from "./buildStorybook.ts";

declare module "vitest" {
  interface ProvidedContext {
    storybookAddress: string;
    storybookFolder: string;
  }
}

/** Vitest's global set-up for `storybook`: one Storybook, built and served, for all of its tests. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const { address, folder, close } = await buildStorybook();
  provide("storybookAddress", address);
  provide("storybookFolder", folder);
  return close;
}
