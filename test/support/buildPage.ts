import { execFileSync } from "node:child_process";

/** Vitest's global set-up for `e2e`: builds the page that the panel serves. */
export function setup(): void {
  execFileSync("npm", ["run", "--silent", "build:page", "--", "--logLevel", "warn"], {
    env: { ...process.env, NODE_ENV: "production" },
    stdio: "inherit",
  });
}
