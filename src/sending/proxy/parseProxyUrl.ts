/** An HTTP proxy that hands a connection on, asked by CONNECT (RFC 9110 § 9.3.6). */
export interface ProxyServer {
  /** Without the brackets of an IPv6 address. */
  readonly host: string;
  readonly port: number;
  /** Host and port as they may be shown: the credentials stand in `authorization` alone. */
  readonly shown: string;
  /** The value of `Proxy-Authorization` (RFC 7617); null without credentials. */
  readonly authorization: string | null;
}

const give = "Give an address such as http://proxy.example:3128.";

/**
 * Reads the address of a proxy, with a name and a password if it wants them.
 *
 * @throws {TypeError} saying why it cannot be used and what to do; the address, which may
 *   hold a password, stands in no message.
 */
export function parseProxyUrl(address: string): ProxyServer {
  if (!/^http:\/\//i.test(address) || !URL.canParse(address)) {
    throw new TypeError(`that is no http:// address of a proxy. ${give}`);
  }
  const { hostname, port, pathname, search, hash, username, password } = new URL(address);
  if (pathname !== "/" || search !== "" || hash !== "") {
    const encoded = "In a password write / as %2F, ? as %3F and # as %23.";
    throw new TypeError(`it has more than a host and a port. ${give} ${encoded}`);
  }
  const number = Number(port) || 80;
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: number,
    shown: `${hostname}:${number}`,
    authorization:
      username === "" && password === ""
        ? null
        : basic(decode(username), decode(password)),
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new TypeError(
      "its name or password has a % that begins no character. Write % as %25.",
    );
  }
}

function basic(name: string, password: string): string {
  if (name.includes(":")) {
    throw new TypeError(
      "its name has a colon. No proxy can read that. Take another name.",
    );
  }
  if (/\p{Cc}/u.test(name + password)) {
    throw new TypeError("its name or password has a control character. Take that out.");
  }
  return `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`;
}
