import type { Locator } from "playwright-core";

/**
 * Writes down what a switch shows, frame by frame, until its page is left.
 *
 * @returns what it has shown so far: each change once, beginning with now.
 */
export async function watchSwitch(toggle: Locator): Promise<() => Promise<boolean[]>> {
  const shown = await toggle.evaluateHandle((element) => {
    const states: boolean[] = [];
    const look = () => {
      const { checked } = element as HTMLInputElement;
      if (states.at(-1) !== checked) states.push(checked);
      requestAnimationFrame(look);
    };
    look();
    return states;
  });
  return () => shown.jsonValue();
}
