import { createMemoryStore } from "../../../src/panel/store/memoryStore.ts";
import { policyInForce } from "../../../src/policy/demo/referencePolicy.ts";
import { createFakePanel, type FakePanel } from "../../../src/testing/index.ts";
import { forgetTab, keepInTab, type LivePanelOfTab, readTab } from "./livePanelOfTab.ts";
import { playSender } from "./playSender.ts";
import { randomUuid as uuid } from "./randomUuid.ts";
import { applyWorld, firstWorld, type World } from "./world.ts";

/** The panel of the live page. */
export interface LivePanel {
  readonly panel: FakePanel;
  readonly fetch: typeof globalThis.fetch;
  /** What is around it when it is opened. */
  readonly world: World;
  readonly change: (next: World) => void;
  /** Calls back whenever the page has asked the panel something; returns how to end that. */
  readonly subscribe: (listener: () => void) => () => void;
  /** How often it has. */
  readonly asked: () => number;
  /** Forgets all that this tab keeps, so that the next one begins anew. */
  readonly forget: () => void;
}

/**
 * Opens a panel over memory, whose sender and vendor are played too. The tab keeps what it
 * holds: a reload, and the page in the other language, go on from there.
 */
export function openLivePanel(): LivePanel {
  const kept = readTab();
  try {
    return open(kept);
  } catch (error) {
    if (!kept) throw error;
    // An earlier version of this site kept it, in a form of its own.
    return open(undefined);
  }
}

function open(kept: LivePanelOfTab | undefined): LivePanel {
  const tab = kept?.tab ?? uuid();
  const store = createMemoryStore({ uuid, memory: kept?.memory });
  const panel = createFakePanel({
    ...{ baseUrl: `/live-panel/${tab}`, store, uuid },
    policy: policyInForce("2025-07-24"),
    now: () => new Date(),
  });
  let world = firstWorld;
  let asked = 0;
  const listeners = new Set<() => void>();
  const enter = (next: World) => {
    applyWorld(panel, next, world);
    world = next;
    goOn();
  };
  const goOn = () => {
    playSender({ store, policy: panel.state().policy, world, uuid });
    keepInTab({ tab, world, memory: store.memory() });
  };
  enter(kept ? kept.world : firstWorld);

  return {
    panel,
    world,
    fetch: async (input, init) => {
      try {
        const answer = await panel.fetch(input, init);
        if (init?.method !== undefined && init.method !== "GET") goOn();
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
    change: enter,
    forget: () => forgetTab(panel.baseUrl),
  };
}
