import { describe, expect } from "vitest";
import { test } from "../support/playwright.ts";
import { apachePlan } from "../support/realProxies/apachePlan.ts";
import { expectPassedOn } from "../support/realProxies/expectPassedOn.ts";
import { findingsThrough } from "../support/realProxies/findingsThrough.ts";
import {
  decideThrough,
  whileDown,
  withdrawDespite,
  writesOf,
} from "../support/realProxies/journeys.ts";
import { modSecurity } from "../support/realProxies/modSecurity.ts";
import { proxyExample } from "../support/realProxies/proxyExample.ts";
import { type ProxyPlace, startBehind } from "../support/realProxies/startBehind.ts";
import { statisticsOf } from "../support/realProxies/statistics.ts";

const withRules = (place: ProxyPlace, server: string) =>
  apachePlan(place, {
    modules: ["unique_id", "security2"],
    server: `ProxyPreserveHost On\n${server}`,
  });

const withoutRules = (place: ProxyPlace) => apachePlan(place);

const methodsAllowed =
  "SecAction \"id:900200,phase:1,nolog,pass,t:none,setvar:'tx.allowed_methods=GET HEAD POST OPTIONS PUT DELETE'\"";

describe.each([1, 2] as const)(
  "behind the Core Rule Set at paranoia level %i",
  (level) => {
    const documented = (place: ProxyPlace) =>
      withRules(place, modSecurity(level, proxyExample("modsecurity.conf", place)));

    /** As it comes: no PUT and no DELETE. */
    const untouched = (place: ProxyPlace) => withRules(place, modSecurity(level));

    test("as documented all is well, by PUT and DELETE", async ({ open }) => {
      const behind = await startBehind(documented);
      const { page, log } = await open({ baseURL: behind.origin });

      await decideThrough(behind, page);

      expect(writesOf(log)).toEqual(["PUT", "DELETE"]);
      await expectPassedOn(behind);
      expect(await findingsThrough(behind)).toEqual([]);
    });

    test("as documented a withdrawal waits for a panel that is down", async ({
      open,
    }) => {
      const behind = await startBehind(documented);
      const { page } = await open({ baseURL: behind.origin });

      await withdrawDespite(behind, page, whileDown(behind, "503"));
    });

    test("as it comes, decisions are posted", async ({ open }) => {
      const behind = await startBehind(untouched);
      const { page, log } = await open({ baseURL: behind.origin });

      await decideThrough(behind, page);

      expect(writesOf(log)).toEqual(["PUT", "POST", "POST"]);
      expect(await findingsThrough(behind)).toEqual(["blocked"]);
    });

    test("a withdrawal gets through that was begun when it had been switched on", async ({
      open,
    }) => {
      const behind = await startBehind(withoutRules);
      const { page } = await open({ baseURL: behind.origin });
      const statistics = statisticsOf(page, behind);
      await statistics.open();
      await statistics.grant();

      await behind.become(untouched);

      await statistics.withdraw();
    });
  },
);

test("a withdrawal waits where the rules make a no of a panel that is down", async ({
  open,
}) => {
  const behind = await startBehind((place) =>
    withRules(place, modSecurity(2, methodsAllowed)),
  );
  const { page } = await open({ baseURL: behind.origin });

  await withdrawDespite(behind, page, {
    ...whileDown(behind, "503"),
    says: ["foreign.blocked", { status: "403" }],
  });
});
