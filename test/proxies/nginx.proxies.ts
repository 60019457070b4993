import { expect } from "vitest";
import {
  createAuthority,
  issueServerIdentity,
} from "../../src/certificates/certificates.ts";
import { withdrawn } from "../support/compareStatus.ts";
import { signInOnPage } from "../support/demoMenu.ts";
import { test } from "../support/playwright.ts";
import { expectTransparent } from "../support/realProxies/expectTransparent.ts";
import { findingsThrough } from "../support/realProxies/findingsThrough.ts";
import {
  decideDespiteCache,
  decideThrough,
  whileDown,
  withdrawDespite,
  writesOf,
} from "../support/realProxies/journeys.ts";
import { nginxPlan } from "../support/realProxies/nginxPlan.ts";
import { proxyExample } from "../support/realProxies/proxyExample.ts";
import { type ProxyPlace, startBehind } from "../support/realProxies/startBehind.ts";
import { statisticsOf } from "../support/realProxies/statistics.ts";
import { send } from "../support/startTestPanel.ts";
import { validityInDays } from "../support/validityInDays.ts";

const compressing = `
gzip on;
gzip_proxied any;
gzip_types application/json application/problem+json text/css text/javascript text/markdown;`;

/** Keeps every answer for ten seconds, whatever its headers say. */
const caching = `
proxy_cache everything;
proxy_ignore_headers Cache-Control Set-Cookie;
proxy_cache_valid 200 10s;`;

const ownErrorPages = `
proxy_intercept_errors on;
error_page 401 404 502 503 /error.html;
location = /error.html {
  internal;
  default_type text/html;
  return 200 "<h1>Something went wrong</h1>";
}`;

/** The API as it must not be passed on. */
const api = (directives: string) => (place: ProxyPlace) =>
  nginxPlan(place, {
    server: `
location /api/privacy/ {
  proxy_pass http://127.0.0.1:${place.panelPort};
  proxy_set_header Host $http_host;
  ${directives}
}`,
  });

/** A server that does everything wrong, with the documented location in it. */
const documented = (place: ProxyPlace) =>
  nginxPlan(place, {
    http: compressing,
    server: `${caching}\nproxy_cache_key $uri;\n${ownErrorPages}\n${proxyExample("nginx.conf", place)}`,
  });

test("behind the documented nginx all is well, though it does everything else wrong", async ({
  open,
}) => {
  const behind = await startBehind(documented);
  const { page, log } = await open({ baseURL: behind.origin });

  await decideThrough(behind, page);

  expect(writesOf(log)).toEqual(["PUT", "DELETE"]);
  await expectTransparent(behind);
});

test("behind the documented nginx all is well over TLS and HTTP/2", async ({ open }) => {
  const authority = await createAuthority(validityInDays(-2, 30));
  const { key, cert } = await issueServerIdentity(
    authority,
    "127.0.0.1",
    validityInDays(-1, 30),
  );
  const overTls = (place: ProxyPlace) =>
    nginxPlan(place, {
      listen: "ssl http2",
      http: compressing,
      files: { "key.pem": key, "cert.pem": cert },
      server: `
ssl_certificate cert.pem;
ssl_certificate_key key.pem;
${proxyExample("nginx.conf", place)}`,
    });
  const behind = await startBehind(overTls, { scheme: "https" });
  const { page } = await open({ baseURL: behind.origin, ignoreHTTPSErrors: true });

  await decideThrough(behind, page);

  const protocols = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map((entry) => (entry as PerformanceResourceTiming).nextHopProtocol),
  );
  expect([...new Set(protocols)]).toEqual(["h2"]);
});

test("behind the documented nginx a withdrawal waits for a panel that is down", async ({
  open,
}) => {
  const behind = await startBehind(documented);
  const { page } = await open({ baseURL: behind.origin });
  const { panel } = behind;

  await withdrawDespite(behind, page, {
    ...whileDown(behind, "502"),
    end: async () => {
      const { explains } = statisticsOf(page, behind);
      await explains("evidence.answered", { method: "DELETE", status: "502" });
      await panel.restart();
    },
  });
});

test("a withdrawal waits where nginx puts its own page in the place of the panel's 401", async ({
  open,
}) => {
  const behind = await startBehind((place) =>
    nginxPlan(place, { server: ownErrorPages }),
  );
  const { page, context } = await open({ baseURL: behind.origin });

  await withdrawDespite(behind, page, {
    begin: () => context.clearCookies(),
    end: () => signInOnPage(page, "Admin"),
    says: ["foreign.session-over"],
  });
});

test("an nginx that compresses the payload is told of, and decisions are taken", async ({
  open,
}) => {
  const behind = await startBehind(api(compressing));
  const { page, log } = await open({ baseURL: behind.origin });

  await decideThrough(behind, page, "recoded");

  expect(writesOf(log)).toEqual(["PUT", "DELETE"]);
  expect(await findingsThrough(behind)).toEqual(["tag-changed", "payload-coded"]);
});

test("a lost withdrawal is sent though nginx weakens the tags of what was seen", async ({
  open,
}) => {
  const behind = await startBehind(api(compressing));
  const { page } = await open({ baseURL: behind.origin });
  const statistics = statisticsOf(page, behind);
  await statistics.open("recoded");
  // What the page knows of its grant is the answer to it alone.
  await page.route(/\/purposes(\?|$)/, (route) => route.abort());
  await statistics.grant();
  await page.route(/\/decision(\?|$)/, (route) => route.abort());

  await statistics.turn();
  await statistics.shows(false);
  await page.unrouteAll();

  await statistics.holds("withdrawn");
  await statistics.tells(withdrawn);
});

test("a cache that goes by the whole address gives the page no old answer", async ({
  open,
}) => {
  const behind = await startBehind(api(caching));
  const { page } = await open({ baseURL: behind.origin });

  await decideThrough(behind, page);
});

test("behind a cache that leaves the query out, the page shows no older state", async ({
  open,
}) => {
  const behind = await startBehind(api(`${caching}\nproxy_cache_key $uri;`));
  const { page } = await open({ baseURL: behind.origin });

  await decideDespiteCache(behind, page);
});

test("a header that nginx takes away is named", async ({ open }) => {
  const behind = await startBehind(api("proxy_hide_header Klartext-Payload;"));
  const { page } = await open({ baseURL: behind.origin });
  const statistics = statisticsOf(page, behind);

  await page.goto("/");
  await signInOnPage(page, "Admin");

  await statistics.explains("foreign.header-missing", { header: "Klartext-Payload" });
  await statistics.tells("undecided");
  expect(await findingsThrough(behind)).toEqual(["header-missing"]);
});

test("without ETag all is well", async ({ open }) => {
  const behind = await startBehind(api("proxy_hide_header ETag;"));
  const { page } = await open({ baseURL: behind.origin });

  await decideThrough(behind, page);
});

test("a withdrawal waits while nginx allows too few requests", async ({ open }) => {
  const limiting = (place: ProxyPlace) =>
    nginxPlan(place, {
      http: "limit_req_zone $binary_remote_addr zone=few:1m rate=1r/m;\nlimit_req_status 429;",
      server: `
location /api/privacy/ {
  limit_req zone=few;
  proxy_pass http://127.0.0.1:${place.panelPort};
  proxy_set_header Host $http_host;
}`,
    });
  const behind = await startBehind(documented);
  const { page } = await open({ baseURL: behind.origin });

  await withdrawDespite(behind, page, {
    begin: async () => {
      await behind.become(limiting);
      // The one request of this minute.
      await send(behind.origin, "GET", "/api/privacy/policy");
    },
    end: () => behind.become(documented),
    says: ["foreign.too-many-requests", { status: "429" }],
  });
});

test("a port that nginx drops from Host is what the panel turns down", async ({
  open,
}) => {
  const behind = await startBehind(api("proxy_set_header Host $host;"));
  const { page } = await open({ baseURL: behind.origin });

  await page.goto("/");

  await statisticsOf(page, behind).explains("problem.host-not-served");
  expect(await findingsThrough(behind)).toEqual(["host-not-served"]);
});

/** The documented location, below a path that it takes off. */
const belowPath = (place: ProxyPlace) =>
  proxyExample("nginx.conf", place)
    .replace("location /api/privacy/", "location /panel/api/privacy/")
    .replace(`:${place.panelPort};`, `:${place.panelPort}/api/privacy/;`);

test("below a path of nginx's all is well", async ({ open }) => {
  const behind = await startBehind((place) =>
    nginxPlan(place, {
      http: compressing,
      elsewhere: "return 404;",
      server: `
${belowPath(place)}
location /panel/ {
  proxy_pass http://127.0.0.1:${place.panelPort}/;
  proxy_set_header Host $http_host;
}`,
    }),
  );
  const { page } = await open({ baseURL: `${behind.origin}/panel/` });

  await decideThrough(behind, page);
});
