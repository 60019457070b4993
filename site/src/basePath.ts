/**
 * The path under which the site is served, with a slash at both ends: `KLARTEXT_SITE_BASE`.
 *
 * @throws {RangeError} when it is an address or no path.
 */
export function basePath(wanted = ""): string {
  const inner = wanted.replace(/^\/+|\/+$/g, "");
  if (inner === "") return "/";
  if (!/^[\w.~-]+(\/[\w.~-]+)*$/.test(inner)) {
    throw new RangeError(
      `KLARTEXT_SITE_BASE is "${wanted}". Give a path such as /docs/klartext/.`,
    );
  }
  return `/${inner}/`;
}
