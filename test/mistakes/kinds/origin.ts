import type { KindOfMistakes } from "../mistake.ts";
import {
  altered,
  answers,
  confuses,
  front,
  type Plant,
  problem,
  takes,
} from "../world/faults.ts";
import { all, any, type Hop, is, not, type Where } from "../world/hop.ts";

const own = "http://panel.test";
const sameOrigin = { "Sec-Fetch-Site": "same-origin" };

/** Lets a write in that came from elsewhere. */
const lets = (isIn: (hop: Hop) => boolean): Plant =>
  takes(all(is.write, isIn), { headers: sameOrigin });

const originOf = ({ headers }: Hop) => headers.get("Origin") ?? "";
const siteOf = ({ headers }: Hop) => headers.get("Sec-Fetch-Site");
const isOriginTaken = (isTaken: (origin: string) => boolean) =>
  lets((hop) => siteOf(hop) === null && isTaken(originOf(hop)));
const isHostTaken = (isTaken: (host: string) => boolean): Plant =>
  takes(({ headers }) => isTaken(headers.get("Host") ?? "panel.test"), {
    headers: { Host: null },
  });
const cors = (headers: Readonly<Record<string, string>>, where: Where = is.any): Plant =>
  answers(where, { headers }, () => true);

export const originMistakes: KindOfMistakes = {
  kind: "origin",
  mistakes: [
    {
      id: "origin-by-prefix",
      sentence: "An Origin that begins with the own one is taken for it",
      plant: isOriginTaken((origin) => origin.startsWith(own)),
    },
    {
      id: "origin-by-suffix",
      sentence: "An Origin that ends with the own name is taken for it",
      plant: isOriginTaken((origin) => origin.endsWith("panel.test")),
    },
    {
      id: "origin-of-other-port",
      sentence: "An Origin with another port is taken for the own one",
      plant: isOriginTaken((origin) => /^http:\/\/panel\.test(:\d+)?$/.test(origin)),
    },
    {
      id: "origin-of-other-scheme",
      sentence: "An Origin with another scheme is taken for the own one",
      plant: isOriginTaken((origin) => /^https?:\/\/panel\.test$/.test(origin)),
    },
    {
      id: "origin-of-subdomain",
      sentence: "A name below the own one is taken for it",
      plant: isOriginTaken((origin) => /\.panel\.test$/.test(origin)),
    },
    {
      id: "origin-null",
      sentence: "The Origin null is taken",
      plant: isOriginTaken((origin) => origin === "null"),
    },
    {
      id: "origin-missing",
      sentence: "A write without Origin and Sec-Fetch-Site is taken",
      plant: isOriginTaken((origin) => origin === ""),
    },
    {
      id: "origin-over-site",
      sentence: "The own Origin counts more than Sec-Fetch-Site: cross-site",
      plant: lets((hop) => originOf(hop) === own),
    },
    {
      id: "same-site",
      sentence: "Sec-Fetch-Site: same-site is taken",
      plant: lets((hop) => siteOf(hop) === "same-site"),
    },
    {
      id: "site-none",
      sentence: "Sec-Fetch-Site: none is taken",
      plant: lets((hop) => siteOf(hop) === "none"),
    },
    {
      id: "site-unknown",
      sentence: "A Sec-Fetch-Site that is not known is taken",
      plant: lets(
        (hop) => !["cross-site", "same-site", "none", null].includes(siteOf(hop)),
      ),
    },
    {
      id: "referer-for-origin",
      sentence: "A Referer stands in the place of Origin",
      plant: lets(
        (hop) =>
          siteOf(hop) === null && (hop.headers.get("Referer") ?? "").startsWith(own),
      ),
    },
    {
      id: "delete-from-anywhere",
      sentence: "A DELETE from another site is taken",
      plant: takes(is.remove, { headers: sameOrigin }),
    },
    {
      id: "put-from-anywhere",
      sentence: "A PUT from another site is taken",
      plant: takes(is.put, { headers: sameOrigin }),
    },
    {
      id: "post-from-anywhere",
      sentence: "A POST from another site is taken",
      plant: takes(is.post, { headers: sameOrigin }),
    },
    {
      id: "name-from-anywhere",
      sentence: "A name is erased for another site",
      plant: takes(is.eraseName, { headers: sameOrigin }),
    },
    {
      id: "reading-needs-origin",
      sentence: "Reading needs an Origin, which a browser does not send",
      plant: front(async (hop) =>
        is.read(hop) && !hop.headers.has("Origin") && !is.policy(hop) && !is.text(hop)
          ? problem("cross-site")
          : hop.pass(),
      ),
    },
    { id: "any-host", sentence: "Any host is served", plant: isHostTaken(() => true) },
    {
      id: "host-by-prefix",
      sentence: "A host that begins with the own one is served",
      plant: isHostTaken((host) => host.startsWith("panel.test")),
    },
    {
      id: "host-by-suffix",
      sentence: "A host that ends with the own one is served",
      plant: isHostTaken((host) => host.endsWith("panel.test")),
    },
    {
      id: "host-of-any-port",
      sentence: "The own host with any port is served",
      plant: isHostTaken((host) => /^panel\.test(:\d+)?$/.test(host)),
    },
    {
      id: "host-of-reads-alone",
      sentence: "The host is compared for reads alone",
      plant: takes(is.write, { headers: { Host: null } }),
    },
    {
      id: "host-of-writes-alone",
      sentence: "The host is compared for writes alone",
      plant: takes(is.read, { headers: { Host: null } }),
    },
    {
      id: "host-of-policy-open",
      sentence: "The policy is told under any host",
      plant: takes(any(is.policy, is.text), { headers: { Host: null } }),
    },
    {
      id: "host-in-capitals",
      sentence: "The own host in capitals is not served",
      plant: front(async (hop) =>
        /[A-Z]/.test(hop.headers.get("Host") ?? "")
          ? problem("host-not-served")
          : hop.pass(),
      ),
    },
    {
      id: "host-with-its-port",
      sentence: "The own host with the port of its scheme is not served",
      plant: front(async (hop) =>
        hop.headers.get("Host") === "panel.test:80"
          ? problem("host-not-served")
          : hop.pass(),
      ),
    },
    {
      id: "forwarded-host",
      sentence: "X-Forwarded-Host counts more than Host",
      plant: takes(
        ({ headers }) => headers.has("X-Forwarded-Host"),
        (hop) => ({ headers: { Host: hop.headers.get("X-Forwarded-Host") } }),
      ),
    },
    {
      id: "cors-for-all",
      sentence: "Every answer has Access-Control-Allow-Origin: *",
      plant: cors({ "Access-Control-Allow-Origin": "*" }),
    },
    {
      id: "cors-for-whoever-asks",
      sentence: "Access-Control-Allow-Origin repeats the Origin that asks",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        const from = hop.headers.get("Origin");
        return from && from !== own
          ? altered(answer, {
              headers: {
                "Access-Control-Allow-Origin": from,
                "Access-Control-Allow-Credentials": "true",
              },
            })
          : answer;
      }),
    },
    {
      id: "cors-on-texts",
      sentence: "The texts have Access-Control-Allow-Origin: *",
      plant: cors({ "Access-Control-Allow-Origin": "*" }, is.text),
    },
    {
      id: "cors-on-payload",
      sentence: "Payloads have Access-Control-Allow-Origin: *",
      plant: cors({ "Access-Control-Allow-Origin": "*" }, is.payload),
    },
    {
      id: "cors-on-problems",
      sentence: "Problems have Access-Control-Allow-Origin: *",
      plant: answers(
        is.any,
        { headers: { "Access-Control-Allow-Origin": "*" } },
        ({ status }) => status >= 400,
      ),
    },
    {
      id: "preflight-granted",
      sentence: "OPTIONS lets another site send PUT and DELETE",
      plant: front(async (hop) =>
        hop.method === "OPTIONS"
          ? new Response(null, {
              status: 204,
              headers: {
                "Access-Control-Allow-Origin": hop.headers.get("Origin") ?? "*",
                "Access-Control-Allow-Methods": "GET, PUT, DELETE",
              },
            })
          : hop.pass(),
      ),
    },
    {
      id: "session-before-site",
      sentence: "Nobody signed in comes before another site",
      plant: confuses("cross-site", "not-signed-in", (hop) => !hop.headers.has("Cookie")),
    },
    {
      id: "site-before-host",
      sentence: "Another site comes before another host",
      plant: confuses(
        "host-not-served",
        "cross-site",
        all(
          is.write,
          (hop) =>
            hop.headers.get("Sec-Fetch-Site") === "cross-site" || originOf(hop) !== own,
        ),
      ),
    },
    {
      id: "cross-site-as-not-permitted",
      sentence: "Another site is told that the person may only look",
      plant: confuses("cross-site", "not-permitted", not(is.head)),
    },
  ],
};
