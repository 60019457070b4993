import { isVersion, type NamedVersion } from "./version.ts";

/**
 * The libraries that come with the product, because they come with its runtime, by the
 * names of `process.versions`. Not among them: Node itself, its ABI numbers, and data
 * (time zones, Unicode).
 */
export const knownLibraries = [
  "acorn",
  "ada",
  "amaro",
  "ares",
  "brotli",
  "icu",
  "llhttp",
  "merve",
  "nbytes",
  "ncrypto",
  "nghttp2",
  "nghttp3",
  "ngtcp2",
  "openssl",
  "simdjson",
  "simdutf",
  "sqlite",
  "undici",
  "uv",
  "uvwasi",
  "v8",
  "zlib",
  "zstd",
] as const;

/**
 * Reads the versions of the libraries that come with the product, sorted by name, by code
 * unit. One that this runtime was built without, or whose version does not look like one
 * (see `versionPattern`), is left out. The same on every machine with the same product.
 */
export function readLibraries(
  versions: Readonly<Record<string, string | undefined>> = process.versions,
): readonly NamedVersion[] {
  return knownLibraries.toSorted().flatMap((name) => {
    const version = versions[name];
    return version !== undefined && isVersion(version) ? [{ name, version }] : [];
  });
}
