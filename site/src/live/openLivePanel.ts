import { policyInForce } from "../../../src/policy/demo/referencePolicy.ts";
import {
  createFakePanel,
  type FakePanel,
  transport,
} from "../../../src/testing/index.ts";
import { applyWorld, firstWorld, outcomeOf, type World, withPseudonym } from "./world.ts";

/** The panel of the live page. */
export interface LivePanel {
  readonly panel: FakePanel;
  readonly fetch: typeof globalThis.fetch;
  readonly change: (next: World) => void;
}

const basePath = "/live-panel";

/**
 * Opens a panel over memory, whose vendor is played too. `onRequest` is called when the page
 * has asked it something.
 */
export function openLivePanel(onRequest: () => void): LivePanel {
  forgetKept();
  const panel = createFakePanel({
    baseUrl: basePath,
    policy: policyInForce("2025-07-24"),
    transport,
    now: () => new Date(),
  });
  let world = firstWorld;

  const playVendor = (method: string) => {
    const { decision } = panel.state().purposes[withPseudonym] ?? {};
    if (method === "PUT" && decision?.status === "granted") {
      panel.sent(withPseudonym, new Date().toISOString());
    }
    if (method === "DELETE") panel.deletion(withPseudonym, outcomeOf(world));
  };

  return {
    panel,
    fetch: async (input, init) => {
      try {
        const answer = await panel.fetch(input, init);
        if (answer.ok) playVendor(init?.method ?? "GET");
        return answer;
      } finally {
        onRequest();
      }
    },
    change: (next) => {
      applyWorld(panel, next, world);
      world = next;
    },
  };
}

/** What a page keeps in the browser would be about a panel that is gone. */
function forgetKept(): void {
  const address = new URL(basePath, location.origin).href;
  for (const storage of [localStorage, sessionStorage]) {
    for (const key of Object.keys(storage)) {
      if (key.startsWith("klartext:") && key.includes(address)) storage.removeItem(key);
    }
  }
}
