import { test } from "../support/playwright.ts";
import { isWell, waitsWhileDown } from "../support/realProxies/documentedProxy.ts";
import { decideDespiteCache, decideThrough } from "../support/realProxies/journeys.ts";
import { proxyExample } from "../support/realProxies/proxyExample.ts";
import { type ProxyPlace, startBehind } from "../support/realProxies/startBehind.ts";
import { varnishPlan } from "../support/realProxies/varnishPlan.ts";

/** Keeps every answer for ten seconds, whatever its headers, its query and its cookies say. */
const caching = `
sub vcl_recv {
    if (req.method == "GET") {
        return (hash);
    }
}

sub vcl_hash {
    hash_data(regsub(req.url, "\\?.*", ""));
    return (lookup);
}

sub vcl_backend_response {
    unset beresp.http.Cache-Control;
    set beresp.ttl = 10s;
    set beresp.grace = 0s;
    if (beresp.status != 200) {
        set beresp.uncacheable = true;
    }
    return (deliver);
}
`;

const builtIn = ({ panelPort }: ProxyPlace) => `
vcl 4.1;
backend default {
    .host = "127.0.0.1";
    .port = "${panelPort}";
}
`;

/** What comes first in VCL wins, so the documented part stands before the rest. */
const documented = (place: ProxyPlace) =>
  varnishPlan(place, `${proxyExample("default.vcl", place)}${caching}`);

const untouched = (place: ProxyPlace) => varnishPlan(place, builtIn(place));

const cachingAll = (place: ProxyPlace) =>
  varnishPlan(place, `${builtIn(place)}${caching}`);

test(
  "behind the documented Varnish all is well, though it keeps everything else",
  isWell(documented),
);

test(
  "behind the documented Varnish a withdrawal waits for a panel that is down",
  waitsWhileDown(documented, "503"),
);

test("behind a Varnish as it comes all is well", async ({ open }) => {
  const behind = await startBehind(untouched);
  const { page } = await open({ baseURL: behind.origin });

  await decideThrough(behind, page);
});

test("behind a Varnish that keeps what it must not, the page shows no older state", async ({
  open,
}) => {
  const behind = await startBehind(cachingAll);
  const { page } = await open({ baseURL: behind.origin });

  await decideDespiteCache(behind, page);
});
