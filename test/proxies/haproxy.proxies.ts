import { expect } from "vitest";
import { test } from "../support/playwright.ts";
import { isWell, waitsWhileDown } from "../support/realProxies/documentedProxy.ts";
import { findingsThrough } from "../support/realProxies/findingsThrough.ts";
import { haproxyPlan } from "../support/realProxies/haproxyPlan.ts";
import { decideThrough } from "../support/realProxies/journeys.ts";
import { proxyExample } from "../support/realProxies/proxyExample.ts";
import { type ProxyPlace, startBehind } from "../support/realProxies/startBehind.ts";

const compression = `
    compression algo gzip
    compression type text/html text/css text/javascript text/markdown application/json`;

const documented = (place: ProxyPlace) =>
  haproxyPlan(`${proxyExample("haproxy.cfg", place)}
backend everything-else
    ${compression}
    server panel 127.0.0.1:${place.panelPort}
`);

/** Compresses everything. */
const compressing = ({ port, panelPort }: ProxyPlace) =>
  haproxyPlan(`
listen page
    bind 127.0.0.1:${port}
    ${compression}
    server panel 127.0.0.1:${panelPort}
`);

test("behind the documented HAProxy all is well", isWell(documented));

test(
  "behind the documented HAProxy a withdrawal waits for a panel that is down",
  waitsWhileDown(documented, "503"),
);

test("a HAProxy that compresses everything leaves the payload as it is", async ({
  open,
}) => {
  const behind = await startBehind(compressing);
  const { page } = await open({ baseURL: behind.origin });

  await decideThrough(behind, page);

  expect(await findingsThrough(behind)).toEqual(["tag-changed"]);
});
