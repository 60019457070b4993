/**
 * The files that code of the product may run from, by name: its runtime, and the libraries
 * that a Node on Linux is linked with. A file of any other name goes unnamed, so that
 * nothing free-form reaches a report.
 */
const knownFile =
  /^(?:node|ld-(?:linux|musl)-?[a-z0-9_-]{0,20}|lib(?:c|m|dl|rt|pthread|atomic|gcc_s|stdc\+\+|node|uv|z|crypto|ssl|cares|nghttp[23]|ngtcp2|icu(?:data|i18n|uc)|brotli(?:common|dec|enc)|sqlite3|zstd)(?:-[\d.]{1,10}|\.musl-[a-z0-9_]{1,20})?)(?:\.so(?:\.\d{1,4}){0,4})?$/;

/** The base name of a path, if it is one of those. */
export function knownFileName(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return knownFile.test(name) ? name : undefined;
}
