import { expect } from "vitest";
import type { World } from "./openWorld.tsx";
import { readCenter } from "./readCenter.ts";

/**
 * Looks at a page at each change of it: a sentence tells of what the panel has or had, and
 * never of less than one that stood there before in the same tab; the thumb agrees with it.
 */
export function watchPage({ decisions }: World) {
  let floor = 0;
  let broken: unknown;

  const look = () => {
    const said = readCenter(document.body);
    const [sentence, ...others] = said.states;
    expect(others).toEqual([]);
    // In doubt there is no switch; what a write was answered with is said all the same.
    if (sentence === undefined) return expect(said.checked).toBeUndefined();
    const told = decisions.toldOf(sentence, floor);
    expect(
      told,
      `"${sentence}" is none, or older than one that stood here`,
    ).toBeDefined();
    floor = told ?? floor;
    const isGranted = sentence.startsWith("Consent given");
    if (said.checked === undefined) return;
    expect(said.checked).toBe(isGranted && said.wish !== "withdrawing");
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
