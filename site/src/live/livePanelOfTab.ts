import { parse, stringify } from "devalue";
import * as z from "zod/mini";
import { browserMemory } from "../../../src/client/browserMemory.ts";
import type { Memory } from "../../../src/panel/store/memory.ts";
import { type World, worldSchema } from "./world.ts";

/** The live panel of one tab. */
export interface LivePanelOfTab {
  /** Tells its address from that of another tab's panel. */
  readonly tab: string;
  readonly world: World;
  readonly memory: Memory;
}

const kept = browserMemory(
  "sessionStorage",
  "klartext:live-panel",
  z.object({ tab: z.uuid(), world: worldSchema, memory: z.string() }),
);

/** What the tab keeps; undefined where that is nothing, or nothing that can be read. */
export function readTab(): LivePanelOfTab | undefined {
  const found = kept.read();
  try {
    return found && { ...found, memory: parse(found.memory) as Memory };
  } catch {
    return undefined;
  }
}

/** Keeps it until the tab is closed, as far as the browser lets it. */
export function keepInTab({ tab, world, memory }: LivePanelOfTab): void {
  kept.write({ tab, world, memory: stringify(memory) });
}

/** Forgets the panel, and what a page has kept about it under its address. */
export function forgetTab(baseUrl: string): void {
  kept.clear();
  for (const storageOf of [() => localStorage, () => sessionStorage]) {
    try {
      const storage = storageOf();
      const ofPanel = Object.keys(storage).filter(
        (key) => key.startsWith("klartext:") && key.includes(baseUrl),
      );
      for (const key of ofPanel) storage.removeItem(key);
    } catch {
      // A browser that lets nobody into its storage has kept nothing.
    }
  }
}
