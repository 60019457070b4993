import type { FakePanel, Fault } from "../../src/testing/index.ts";
import type { Network } from "./storyNetwork.ts";

/** What befalls every request from the beginning, by what the toolbar calls it. */
const outages = {
  silent: { type: "no-answer", moment: "request", times: 1_000 },
  offline: { type: "dropped", moment: "request", times: 1_000 },
  failing: { type: "status", status: 502, times: 1_000 },
} as const satisfies Partial<Record<Network, Fault>>;

/** What a story of an outage is: the toolbar says it, and it cannot be chosen away. */
export function outage(network: keyof typeof outages) {
  return {
    globals: { network },
    args: { prepare: (panel: FakePanel) => panel.fault(outages[network]) },
  };
}

/** Of a story in which some requests are not answered as others are. */
export const ownNetwork: { readonly network: Network } = { network: "story" };
