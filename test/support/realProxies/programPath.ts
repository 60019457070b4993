import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The programs that the tests of proxies run, and the Debian packages that bring them. */
export const proxyPackages = {
  apache2: "apache2 libapache2-mod-security2 modsecurity-crs",
  caddy: "caddy",
  haproxy: "haproxy",
  nginx: "nginx",
  varnishd: "varnish",
} as const;

export type ProxyProgram = keyof typeof proxyPackages;

/** `PATH`, and where Debian puts programs for root alone. */
const programFolders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"];

/**
 * Where a program lies.
 *
 * @throws {Error} naming the package to install.
 */
export function programPath(
  program: ProxyProgram,
  folders: readonly string[] = programFolders,
): string {
  const found = folders
    .map((folder) => join(folder, program))
    .find((path) => isExecutable(path));
  if (found) return found;
  throw new Error(
    `${program} is not there, and these tests need it: apt-get install ${proxyPackages[program]}`,
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
