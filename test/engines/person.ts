import { setTimeout } from "node:timers/promises";
import { expect } from "vitest";
import { geometryFaults } from "../support/geometry.ts";
import type { Tab } from "./browsers/tab.ts";

/** What to look for: a kind of element by its name, on the whole page or in one card. */
interface Wanted {
  readonly kind: string;
  /** What its name begins with. */
  readonly name: string;
  /** The heading of the card that it stands in. */
  readonly card?: string;
}

/** Long, for an engine that starts, a panel that restarts and a machine with much to do. */
const patient = { timeout: 45_000, interval: 100 };

/** Finds in the page, and so needs nothing around it. */
function find({ kind, name, card }: Wanted): Element | undefined {
  const cards = [...document.querySelectorAll("[data-kt=purpose]")];
  const isIt = (one: Element) =>
    one.querySelector("h2, h3")?.textContent?.includes(card ?? "");
  const scope = card === undefined ? document : cards.find(isIt);
  return [...(scope?.querySelectorAll(kind) ?? [])].find((one) => {
    const labels = one instanceof HTMLInputElement ? one.labels : null;
    const named =
      one.getAttribute("aria-label") ?? labels?.[0]?.textContent ?? one.textContent;
    return one.checkVisibility() && named?.trim().startsWith(name);
  });
}

/** What a person does and sees on the page of the demonstration. */
export function personIn(tab: Tab) {
  const see = async (wanted: Wanted) => {
    const isThere = async () => Boolean(await tab.evaluate(find, wanted));
    await expect.poll(isThere, { ...patient, message: wanted.name }).toBe(true);
  };
  let clickedAt = Number.NEGATIVE_INFINITY;
  const click = async (wanted: Wanted) => {
    await see(wanted);
    // Two activations at once are one, as of a double click.
    const rest = clickedAt + 700 - Date.now();
    if (rest > 0) await setTimeout(rest);
    await tab.click(find, wanted);
    // A page with much to do gets it late.
    clickedAt = Date.now();
  };
  const isSaid = (text: string) => () =>
    tab.evaluate(
      (given) =>
        [...document.querySelectorAll("p, td, dd")].some(
          (one) =>
            one.checkVisibility() &&
            !one.closest("[data-kt=announcements]") &&
            one.textContent?.includes(given),
        ),
      text,
    );

  return {
    tab,
    see,
    click,
    /** Waits until a function of the page gives what is expected. */
    seeThat: async <Result>(run: () => Result, expected: Result) => {
      await expect.poll(() => tab.evaluate(run, undefined), patient).toEqual(expected);
    },
    seeStatus: async (card: string, status: string) => {
      const read = () =>
        tab.evaluate(
          (heading) =>
            [...document.querySelectorAll("[data-kt=purpose]")]
              .find((one) => one.querySelector("h2, h3")?.textContent?.includes(heading))
              ?.querySelector<HTMLElement>(".kt-chip")?.dataset.status,
          card,
        );
      await expect.poll(read, patient).toBe(status);
    },
    seeText: (text: string) => expect.poll(isSaid(text), patient).toBe(true),
    seeNoText: (text: string) => expect.poll(isSaid(text), patient).toBe(false),
    /** That nothing is cut off, lies over something else or leaves the page. */
    seeAllInPlace: async () => {
      const view = {
        evaluate: <Result>(run: () => Result) =>
          tab.evaluate(run as (given: undefined) => Result, undefined),
      };
      expect(await geometryFaults(view as never)).toEqual([]);
    },
  };
}

export type Person = ReturnType<typeof personIn>;
