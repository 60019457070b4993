import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A page of a built site. */
interface SitePage {
  /** Its path on the host, as a browser asks for it. */
  readonly path: string;
  readonly html: string;
}

/** Every page below a path of a host's folder, but those in the folders that are left out. */
export function sitePages(
  host: string,
  base: string,
  leftOut: readonly string[],
): readonly SitePage[] {
  return readdirSync(join(host, base), { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name.endsWith(".html"))
    .filter((name) => !leftOut.some((folder) => name.startsWith(`${folder}/`)))
    .toSorted()
    .map((name) => ({
      path: `${base}${name.replace(/(^|\/)index\.html$/, "$1")}`,
      html: readFileSync(join(host, base, name), "utf8"),
    }));
}
