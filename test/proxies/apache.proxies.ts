import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { test } from "../support/playwright.ts";
import { apachePlan } from "../support/realProxies/apachePlan.ts";
import { isWell, waitsWhileDown } from "../support/realProxies/documentedProxy.ts";
import { findingsThrough } from "../support/realProxies/findingsThrough.ts";
import {
  decideDespiteCache,
  decideThrough,
  withdrawDespite,
  writesOf,
} from "../support/realProxies/journeys.ts";
import { proxyExample } from "../support/realProxies/proxyExample.ts";
import { type ProxyPlace, startBehind } from "../support/realProxies/startBehind.ts";
import { statisticsOf } from "../support/realProxies/statistics.ts";

const preserving = "ProxyPreserveHost On";

const deflating =
  "AddOutputFilterByType DEFLATE application/json text/html text/css text/javascript text/markdown";

/** Keeps every answer for ten seconds, whatever its headers and its query say. */
const caching = `
CacheRoot $folder
CacheEnable disk /
CacheIgnoreQueryString On
CacheIgnoreCacheControl On
CacheStoreNoStore On
CacheStorePrivate On
CacheIgnoreNoLastMod On
CacheIgnoreHeaders Set-Cookie
CacheDefaultExpire 10
CacheMaxExpire 10
`;
const cacheModules = ["cache", "cache_disk"];

const documented = (place: ProxyPlace) =>
  apachePlan(place, {
    modules: ["deflate", ...cacheModules],
    server: `${deflating}\n${caching}\n${proxyExample("apache.conf", place)}`,
  });

const compressing = (place: ProxyPlace) =>
  apachePlan(place, { modules: ["deflate"], server: `${preserving}\n${deflating}` });

const cachingAll = (place: ProxyPlace) =>
  apachePlan(place, { modules: cacheModules, server: `${preserving}\n${caching}` });

/** Lets these methods through to the API, and no other. */
const limited = (methods: string) => (place: ProxyPlace) =>
  apachePlan(place, {
    server: `${preserving}
<Location /api/privacy/>
  <LimitExcept ${methods}>
    Require all denied
  </LimitExcept>
</Location>`,
  });

const password = (text: string) =>
  `ada:${execFileSync("openssl", ["passwd", "-apr1", text], { encoding: "utf8" })}`;

/** Asks for a name and a password of its own. */
const asking = (place: ProxyPlace) =>
  apachePlan(place, {
    modules: ["auth_basic", "authn_core", "authn_file", "authz_user"],
    files: { passwords: password("right") },
    server: `${preserving}
<Location />
  AuthType Basic
  AuthName "Panel"
  AuthUserFile $folder/passwords
  Require valid-user
</Location>`,
  });

test(
  "behind the documented Apache all is well, though it does everything else wrong",
  isWell(documented),
);

test(
  "behind the documented Apache a withdrawal waits for a panel that is down",
  waitsWhileDown(documented, "503"),
);

test("an Apache that compresses everything is told of, and decisions are taken", async ({
  open,
}) => {
  const behind = await startBehind(compressing);
  const { page } = await open({ baseURL: behind.origin });

  await decideThrough(behind, page, "recoded");

  expect(await findingsThrough(behind)).toEqual(["tag-changed", "payload-coded"]);
});

test("behind an Apache that keeps what it must not, the page shows no older state", async ({
  open,
}) => {
  const behind = await startBehind(cachingAll);
  const { page } = await open({ baseURL: behind.origin });

  await decideDespiteCache(behind, page);
});

test("behind an Apache that lets GET and POST pass alone, decisions are posted", async ({
  open,
}) => {
  const behind = await startBehind(limited("GET POST"));
  const { page, log } = await open({ baseURL: behind.origin });

  await decideThrough(behind, page);

  expect(writesOf(log)).toEqual(["PUT", "POST", "POST"]);
  expect(await findingsThrough(behind)).toEqual(["blocked"]);
});

test("an Apache that lets GET pass alone is named, and a grant that it kept is none", async ({
  open,
}) => {
  const behind = await startBehind(limited("GET"));
  const { page } = await open({ baseURL: behind.origin });
  const statistics = statisticsOf(page, behind);
  await statistics.open();

  await statistics.turn();

  await statistics.explains("foreign.blocked", { status: "403" });
  await statistics.shows(false);
  await statistics.tells("undecided");
  await statistics.holds("undecided");
});

test("a withdrawal waits until an Apache that asks for a password lets it pass", async ({
  open,
}) => {
  const behind = await startBehind(asking);
  const passwords = join(behind.proxy.folder, "passwords");
  const { page } = await open({
    baseURL: behind.origin,
    httpCredentials: { username: "ada", password: "right" },
  });

  await withdrawDespite(behind, page, {
    begin: () => writeFile(passwords, password("another")),
    end: () => writeFile(passwords, password("right")),
    says: ["foreign.session-over"],
  });
});
