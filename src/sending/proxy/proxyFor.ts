import { isLoopback } from "./isLoopback.ts";
import { parseNoProxy } from "./parseNoProxy.ts";
import { type ProxyServer, parseProxyUrl } from "./parseProxyUrl.ts";

/** How a sender gets out, as environments say it. */
export interface ProxySetting {
  /** As in `HTTPS_PROXY`: an http address, with name and password if the proxy wants them. */
  readonly url: string;
  /** As in `NO_PROXY`: what is called without it; see docs/panel.md. */
  readonly except?: string | undefined;
}

/**
 * The proxy through which a vendor is called; null without one, for an exception, and for
 * this machine itself.
 *
 * @throws {TypeError} saying which setting cannot be used, why, and what to do.
 */
export function proxyFor(
  vendor: URL,
  setting: ProxySetting | undefined,
): ProxyServer | null {
  if (setting === undefined) return null;
  const proxy = named("proxy", () => parseProxyUrl(setting.url));
  const isException = named("list of exceptions", () =>
    parseNoProxy(setting.except ?? ""),
  );
  return isLoopback(vendor) || isException(vendor) ? null : proxy;
}

function named<Result>(name: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw new TypeError(`The ${name} cannot be used: ${(error as Error).message}`);
  }
}
