import { createMemoryStore } from "../../../src/panel/store/memoryStore.ts";
import { policyInForce } from "../../../src/policy/demo/referencePolicy.ts";
import { createFakePanel, type FakePanel } from "../../../src/testing/index.ts";
import { playSender } from "./playSender.ts";
import { randomUuid as uuid } from "./randomUuid.ts";
import { applyWorld, firstWorld, type World } from "./world.ts";

/** The panel of the live page. */
export interface LivePanel {
  readonly panel: FakePanel;
  readonly fetch: typeof globalThis.fetch;
  readonly change: (next: World) => void;
  /** Calls back whenever the page has asked the panel something; returns how to end that. */
  readonly subscribe: (listener: () => void) => () => void;
  /** How often it has. */
  readonly asked: () => number;
}

const basePath = "/live-panel";

/** Opens a panel over memory, whose sender and vendor are played too. */
export function openLivePanel(): LivePanel {
  forgetKept();
  const store = createMemoryStore({ uuid });
  const panel = createFakePanel({
    ...{ baseUrl: basePath, store, uuid },
    policy: policyInForce("2025-07-24"),
    now: () => new Date(),
  });
  let world = firstWorld;
  let asked = 0;
  const listeners = new Set<() => void>();
  const send = () => playSender({ store, policy: panel.state().policy, world, uuid });

  return {
    panel,
    fetch: async (input, init) => {
      try {
        const answer = await panel.fetch(input, init);
        if (init?.method !== undefined && init.method !== "GET") send();
        return answer;
      } finally {
        asked += 1;
        for (const listener of listeners) listener();
      }
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    asked: () => asked,
    change: (next) => {
      applyWorld(panel, next, world);
      world = next;
      send();
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
