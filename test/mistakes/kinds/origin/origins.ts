import { confuses, front, type Plant, problem, takes } from "../../faultyPanel/faults.ts";
import { all, type Hop, is, not } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { originOf } from "./originOf.ts";

const sameOrigin = { "Sec-Fetch-Site": "same-origin" };

/** Lets a write in that came from elsewhere. */
const lets = (isIn: (hop: Hop) => boolean): Plant =>
  takes(all(is.write, isIn), { headers: sameOrigin });

const siteOf = ({ headers }: Hop) => headers.get("Sec-Fetch-Site");

const isOriginTaken = (isTaken: (origin: string) => boolean) =>
  lets((hop) => siteOf(hop) === null && isTaken(originOf(hop)));

/** A write of another site is taken. */
export const origins: readonly Mistake[] = [
  {
    id: "origin-by-prefix",
    sentence: "An Origin that begins with the own one is taken for it",
    plant: isOriginTaken((origin) => origin.startsWith("http://panel.test")),
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
    plant: lets((hop) => originOf(hop) === "http://panel.test"),
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
        siteOf(hop) === null &&
        (hop.headers.get("Referer") ?? "").startsWith("http://panel.test"),
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
  {
    id: "session-before-site",
    sentence: "Nobody signed in comes before another site",
    plant: confuses("cross-site", "not-signed-in", (hop) => !hop.headers.has("Cookie")),
  },
  {
    id: "cross-site-as-not-permitted",
    sentence: "Another site is told that the person may only look",
    plant: confuses("cross-site", "not-permitted", not(is.head)),
  },
];
