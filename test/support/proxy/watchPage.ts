import { expect } from "vitest";
import type { Said } from "../readStatus.ts";
import type { World } from "./openWorld.tsx";
import { readCenter } from "./readCenter.ts";

const granted: Said = {
  text: "(the switch is on)",
  isTrueIn: ({ decision }) => decision.status === "granted",
};

/**
 * Looks at a page at each change of it: chip and line tell of a state that the panel has or had, and
 * never of less than one that stood there before in the same tab; the thumb agrees with it.
 */
export function watchPage({ decisions }: World) {
  let floor = 0;
  let broken: unknown;

  const look = () => {
    const { states, status, checked, wish } = readCenter(document.body);
    if (status === undefined || status === "not-read") expect(checked).toBeUndefined();
    else if (wish === undefined && status !== "checking") expect(states).not.toEqual([]);
    const claims = checked ? [...states, granted] : states;
    const told = decisions.toldOf(claims, floor);
    const sentences = claims.map(({ text }) => text).join(" ");
    if (claims.length > 0) {
      expect(
        told,
        `"${sentences}" is none, or older than one that stood here`,
      ).toBeDefined();
    }
    if (states.length > 0) floor = told ?? floor;
    // In doubt there is no switch; what a write was answered with is said all the same.
    if (checked === undefined) return;
    if (wish === "withdrawing") expect(checked).toBe(false);
    else if (states.length > 0) expect(checked).toBe(status === "granted");
  };
  const observer = new MutationObserver(() => {
    try {
      look();
    } catch (error) {
      broken ??= error;
    }
  });
  observer.observe(document.body, {
    ...{ subtree: true, childList: true, characterData: true, attributes: true },
  });

  return {
    /** The sequence of what stands there, or stood there last. */
    floor: () => floor,
    forget: () => {
      floor = 0;
    },
    /** Throws what was wrong at any moment until now. */
    check: () => {
      if (broken) throw broken;
      look();
    },
    stop: () => observer.disconnect(),
  };
}
