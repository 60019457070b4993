import { ConfigError } from "./errors.ts";

/**
 * The one absolute URL, without a slash at its end, that is checked, asked, and the key of
 * all that is kept. It is resolved as `fetch` would: against `document.baseURI`. A server
 * has no page to resolve it against, and asks nothing.
 *
 * @throws {ConfigError} `invalid-base-url`, or `cross-origin-base-url`: contract 1 is
 * same-origin.
 */
export function resolveBaseUrl(baseUrl: string): string {
  const { document, location } = globalThis;
  const page = document?.baseURI ?? location?.href;
  if (page === undefined && !URL.canParse(baseUrl)) return baseUrl.replace(/\/+$/, "");

  const url = parse(baseUrl, page);
  const origin = globalThis.origin ?? location?.origin;
  if (origin !== undefined && url.origin !== origin)
    throw crossOrigin(baseUrl, url, origin);
  return url.origin + url.pathname.replace(/\/+$/, "");
}

function parse(baseUrl: string, page: string | undefined): URL {
  const base = page === undefined ? undefined : withoutCredentials(page);
  if (!URL.canParse(baseUrl, base)) {
    throw invalid(baseUrl, `is no URL${base ? ` on ${base}` : ""}`);
  }
  const url = new URL(baseUrl, base);
  if (!/^https?:$/.test(url.protocol))
    throw invalid(baseUrl, `begins with ${url.protocol}`);
  if (url.username || url.password) throw invalid(baseUrl, "holds a name or a password");
  if (url.search || url.hash) throw invalid(baseUrl, "holds a query or a fragment");
  return url;
}

/** A page may be opened under a name and password; `fetch` takes no URL with them. */
function withoutCredentials(page: string): string {
  const url = new URL(page);
  url.username = "";
  url.password = "";
  return url.href;
}

function invalid(baseUrl: string, what: string): ConfigError {
  return new ConfigError(
    "invalid-base-url",
    `The base URL "${baseUrl}" ${what}. The paths of the panel API are put behind it: ` +
      'give a path such as "/api/privacy".',
  );
}

function crossOrigin(baseUrl: string, { origin }: URL, page: string): ConfigError {
  return new ConfigError(
    "cross-origin-base-url",
    `The base URL "${baseUrl}" lies on ${origin}, the page on ${page}. ` +
      "Contract 1 is same-origin, so that no other site can decide: " +
      "let the host proxy that panel under a path of its own. " +
      "A relative URL follows <base href>; a page in a sandbox has no origin.",
  );
}
