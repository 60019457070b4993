import type { OpenedPage, PageOptions } from "../page.ts";
import { expectTransparent } from "./expectTransparent.ts";
import { decideThrough, whileDown, withdrawDespite } from "./journeys.ts";
import { type ProxyPlace, startBehind } from "./startBehind.ts";
import type { ProxyPlan } from "./startProxy.ts";

type Plan = (place: ProxyPlace) => ProxyPlan;

interface Fixtures {
  readonly open: (options: PageOptions) => Promise<OpenedPage>;
}

/** The test that decisions pass this proxy, and every answer as it is. */
export const isWell =
  (plan: Plan) =>
  async ({ open }: Fixtures) => {
    const behind = await startBehind(plan);
    const { page } = await open({ baseURL: behind.origin });

    await decideThrough(behind, page);

    await expectTransparent(behind);
  };

/** The test that a withdrawal waits while this proxy says of the panel that it is down. */
export const waitsWhileDown =
  (plan: Plan, status: Parameters<typeof whileDown>[1]) =>
  async ({ open }: Fixtures) => {
    const behind = await startBehind(plan);
    const { page } = await open({ baseURL: behind.origin });

    await withdrawDespite(behind, page, whileDown(behind, status));
  };
