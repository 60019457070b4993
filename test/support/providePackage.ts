import type { TestProject } from "vitest/node";
import { packPackage } from "./packPackage.ts";

declare module "vitest" {
  interface ProvidedContext {
    tarball: string;
    packageFolder: string;
  }
}

/** Vitest's global set-up for `package`: one packed package for all of its tests. */
export function setup({ provide }: TestProject): () => void {
  const { tarball, folder, remove } = packPackage();
  provide("tarball", tarball);
  provide("packageFolder", folder);
  return remove;
}
