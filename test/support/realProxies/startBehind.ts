import { onTestFinished } from "vitest";
import * as z from "zod/mini";
import type { PurposeState } from "../../../src/contract/purposeState.ts";
import { askState } from "../askState.ts";
import { makeFolder } from "../folder.ts";
import { freePort } from "../freePort.ts";
import { type PanelProcess, startPanelProcess } from "../panelProcess.ts";
import { signIn } from "../signIn.ts";
import { debian } from "../startTestPanel.ts";
import { type ProxyPlan, type RunningProxy, startProxy } from "./startProxy.ts";

/** The ports that a configuration names. */
export interface ProxyPlace {
  readonly port: string;
  readonly panelPort: string;
  /** Where whoever knows who is signed in listens, where there is such a one. */
  readonly signInPort?: string;
}

/** A reference panel with a proxy before it. */
export interface BehindProxy {
  /** What a browser shows. */
  readonly origin: string;
  readonly panel: PanelProcess;
  readonly proxy: Pick<RunningProxy, "folder">;
  /** Gives the proxy another configuration. */
  readonly become: (plan: (place: ProxyPlace) => ProxyPlan) => Promise<void>;
  /** What the panel says of the statistics, without the proxy. */
  readonly truth: () => Promise<PurposeState>;
  /** The events of the statistics, oldest first, without the proxy. */
  readonly events: () => Promise<readonly string[]>;
}

interface BehindOptions {
  readonly scheme?: "http" | "https";
  readonly signInPort?: string;
}

const history = z.object({
  entries: z.array(z.object({ purpose: z.string(), event: z.string() })),
});
const purpose = "server-statistics";

/** Starts a panel and a proxy before it; both end with the test. */
export async function startBehind(
  plan: (place: ProxyPlace) => ProxyPlan,
  { scheme = "http", signInPort }: BehindOptions = {},
): Promise<BehindProxy> {
  const port = await freePort();
  const origin = `${scheme}://127.0.0.1:${port}`;
  const panel = await startPanelProcess({
    KLARTEXT_ORIGIN: origin,
    KLARTEXT_SYSTEM_ROOT: await makeFolder(debian({ nginx: "1.22.1-9" })),
  });
  onTestFinished(panel.remove);
  const place = {
    port,
    panelPort: new URL(panel.address).port,
    ...(signInPort !== undefined && { signInPort }),
  };
  const proxy = await startProxy(plan(place), port);
  const admin = await signIn(panel.address, "admin");

  return {
    origin,
    panel,
    proxy,
    become: (next) => proxy.become(next(place)),
    truth: () => askState(admin, purpose),
    events: async () => {
      const { text } = await admin.send("GET", "/decisions");
      return history
        .parse(JSON.parse(text))
        .entries.filter((entry) => entry.purpose === purpose)
        .map(({ event }) => event)
        .toReversed();
    },
  };
}
