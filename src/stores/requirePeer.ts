import { StoreError } from "../panel/store/storeError.ts";

/**
 * A driver, which a host installs beside the package if it wants that store.
 *
 * @param version What is installed, as npm names it, such as `better-sqlite3@13`.
 * @param load Requires it by name: a bundler finds what stands there, and no other.
 * @throws {StoreError} when it is not installed.
 */
export function requirePeer<Driver>(
  store: string,
  version: string,
  load: () => Driver,
): Driver {
  const [name = version] = version.split("@");
  try {
    return load();
  } catch (error) {
    if (!isMissing(error, name)) throw error;
    throw new StoreError({
      reason: "failed",
      what: `The ${store} store cannot be opened.`,
      why: `The package ${name} is not installed.`,
      remedy: `Install it beside klartext: npm install ${version}`,
      cause: error,
    });
  }
}

/** Something that the driver itself lacks is another matter, and keeps its own words. */
function isMissing(error: unknown, name: string): boolean {
  return (
    error instanceof Error &&
    Reflect.get(error, "code") === "MODULE_NOT_FOUND" &&
    error.message.startsWith(`Cannot find module '${name}'`)
  );
}
