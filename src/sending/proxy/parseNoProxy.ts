import { BlockList, isIP } from "node:net";

/** Whether a host is called without the proxy. */
type IsException = (target: Pick<URL, "hostname" | "port">) => boolean;

const give =
  "Give names, addresses and networks with commas between them, such as .example.org,192.0.2.0/24.";

/**
 * Reads what is called without a proxy, as `NO_PROXY` lists it, with commas or spaces
 * between: `*` for all; `example.org` for that name and all below it; `.example.org` or
 * `*.example.org` for those below it alone; an IP address; a network such as
 * `192.0.2.0/24`. A name or an address may have a port, such as `example.org:8443` or
 * `[2001:db8::1]:443`. No name is looked up.
 *
 * @throws {TypeError} naming what is none of these, and what to do.
 */
export function parseNoProxy(list: string): IsException {
  const rules = list
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(readOne);
  return (target) => rules.some((isMeant) => isMeant(target));
}

function readOne(entry: string): IsException {
  if (entry === "*") return () => true;
  const network = /^([\da-f.:]+)\/(\d{1,3})$/i.exec(entry);
  if (network) return inNetwork(network[1] ?? "", Number(network[2]), entry);
  if (isIP(entry) !== 0) return inNetwork(entry, isIP(entry) === 6 ? 128 : 32, entry);
  const bracketed = /^\[([\da-f.:]+)\](?::(\d{1,5}))?$/i.exec(entry);
  if (bracketed) return atPort(inNetwork(bracketed[1] ?? "", 128, entry), bracketed[2]);
  const named = /^(.+?)(?::(\d{1,5}))?$/.exec(entry);
  const [, host = "", port] = named ?? [];
  if (isIP(host) === 4) return atPort(inNetwork(host, 32, entry), port);
  return atPort(underName(host, entry), port);
}

function underName(host: string, entry: string): IsException {
  const name = host
    .replace(/^\*?\./, "")
    .replace(/\.$/, "")
    .toLowerCase();
  const isName = /^[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)*$/u.test(name);
  if (!isName || !URL.canParse(`http://${name}`)) throw unknown(entry);
  const { hostname: ascii } = new URL(`http://${name}`);
  const isBelowAlone = /^\*?\./.test(host);
  return ({ hostname }) => {
    const asked = hostname.replace(/\.$/, "");
    return asked.endsWith(`.${ascii}`) || (!isBelowAlone && asked === ascii);
  };
}

function inNetwork(address: string, bits: number, entry: string): IsException {
  const family = isIP(address);
  if (family === 0 || bits > (family === 6 ? 128 : 32)) throw unknown(entry);
  const list = new BlockList();
  list.addSubnet(address, bits, family === 6 ? "ipv6" : "ipv4");
  return ({ hostname }) => holds(list, hostname);
}

function atPort(isMeant: IsException, port: string | undefined): IsException {
  if (port === undefined) return isMeant;
  return (target) => isMeant(target) && Number(target.port || 443) === Number(port);
}

/** Whether a URL's host is an address of the list. */
export function holds(list: BlockList, hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, "");
  const family = isIP(address);
  return family !== 0 && list.check(address, family === 6 ? "ipv6" : "ipv4");
}

function unknown(entry: string): TypeError {
  return new TypeError(`"${entry}" is no name, address or network. ${give}`);
}
