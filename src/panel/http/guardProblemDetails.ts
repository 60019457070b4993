const setOrigin =
  "If people open the panel there, name that origin to it: `origins` of createPanel, " +
  "KLARTEXT_ORIGIN of the reference panel.";
const handOn = (header: string, nginx: string) =>
  `Let a proxy hand on ${header} as the browser sent it (nginx: ${nginx}).`;
const handOnHost = handOn("Host", "proxy_set_header Host $http_host");

/** What is wrong with the host that a request names, what is allowed, and what to do. */
export function hostDetail(host: string, origins: readonly string[]): string {
  const allowed = `Allowed: ${origins.join(", ")}.`;
  if (host === "") return `The request names no host. ${allowed} ${handOnHost}`;
  const received = `The request names the host ${quoted(host)}. ${allowed}`;
  return lacksPort(host, origins)
    ? `${received} The port is missing. ${handOnHost}`
    : `${received} ${handOnHost} ${setOrigin}`;
}

/** Whether a host is one of these origins' but for a port, as nginx's `$host` makes it. */
export function lacksPort(host: string, origins: readonly string[]): boolean {
  return origins.some((origin) => {
    const { hostname, port } = new URL(origin);
    return port !== "" && hostname === host.toLowerCase();
  });
}

/** Why a request does not count as the own page's, what is allowed, and what to do. */
export function siteDetail(headers: Headers, origins: readonly string[]): string {
  const allowed = `Allowed: Sec-Fetch-Site "same-origin" or, without it, one of these as Origin: ${origins.join(", ")}.`;
  const site = headers.get("Sec-Fetch-Site");
  const origin = headers.get("Origin");
  if (site !== null) {
    const told = origin === null ? "missing" : quoted(origin);
    return `Sec-Fetch-Site is ${quoted(site)}, Origin is ${told}. ${allowed} Open the panel at one of these, and use its own page.`;
  }
  if (origin === null) {
    return `The request has neither Sec-Fetch-Site nor Origin. ${allowed} A browser sends Origin: if a proxy takes it off, let it hand that on. A program sends it itself.`;
  }
  const received = `Sec-Fetch-Site is missing, Origin is ${quoted(origin)}. ${allowed}`;
  return hasOtherScheme(origin, origins)
    ? `${received} The scheme is another, as where a proxy ends TLS. ${setOrigin}`
    : `${received} ${setOrigin}`;
}

function hasOtherScheme(origin: string, origins: readonly string[]): boolean {
  const withoutScheme = (url: string) => url.replace(/^https?:/, "");
  return origins.some((own) => withoutScheme(own) === withoutScheme(origin));
}

/** A header's value as JSON would quote it, as much of it as can be read. */
function quoted(value: string): string {
  return JSON.stringify(value.length > 200 ? `${value.slice(0, 200)}…` : value);
}
