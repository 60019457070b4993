import { expect } from "vitest";
import { test } from "../support/playwright.ts";
import { caddyPlan } from "../support/realProxies/caddyPlan.ts";
import { waitsWhileDown } from "../support/realProxies/documentedProxy.ts";
import { expectPassedOn } from "../support/realProxies/expectPassedOn.ts";
import { findingsThrough } from "../support/realProxies/findingsThrough.ts";
import { decideThrough } from "../support/realProxies/journeys.ts";
import { proxyExample } from "../support/realProxies/proxyExample.ts";
import { sentence } from "../support/realProxies/sentence.ts";
import { type ProxyPlace, startBehind } from "../support/realProxies/startBehind.ts";
import { send } from "../support/startTestPanel.ts";

const documented = (place: ProxyPlace) => caddyPlan(proxyExample("Caddyfile", place));

/** Compresses everything. */
const compressing = ({ port, panelPort }: ProxyPlace) =>
  caddyPlan(`http://127.0.0.1:${port} {
	encode gzip
	reverse_proxy 127.0.0.1:${panelPort}
}
`);

test("behind the documented Caddy all is well", async ({ open }) => {
  const behind = await startBehind(documented);
  const { page } = await open({ baseURL: behind.origin });

  await decideThrough(behind, page);

  await expectPassedOn(behind);
  expect(await findingsThrough(behind)).toEqual([]);
  // Caddy has no site of that name, and answers nothing itself.
  const headers = { Host: "attacker.invalid" };
  const answer = await send(behind.origin, "GET", "/api/privacy/policy", { headers });
  expect(answer.text).toBe("");
});

test(
  "behind the documented Caddy a withdrawal waits for a panel that is down",
  waitsWhileDown(documented, "502"),
);

test("a Caddy that compresses everything is told of where data are long, and decisions are taken", async ({
  open,
}) => {
  const behind = await startBehind(compressing);
  const { page } = await open({ baseURL: behind.origin });

  await decideThrough(behind, page);

  const crashes = page.getByRole("region", { name: "Crash reports", exact: true });
  await expect
    .poll(() => crashes.textContent())
    .toMatch(sentence("payload.check.recoded"));
  expect(await findingsThrough(behind)).toEqual(["payload-coded"]);
});
