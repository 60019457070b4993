import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { PurposeStatus } from "../../../src/client/purposeStatus.ts";
import { compareStatus, saysTruly, withdrawn } from "../compareStatus.ts";
import { openBytes } from "../openBytes.ts";
import { visit } from "../visit.ts";
import { type SentenceValues, sentence } from "./sentence.ts";
import type { BehindProxy } from "./startBehind.ts";

/** A page that has to notice, try again and read again, on a busy machine. */
const within = { timeout: 40_000 };

export type Checksum = "matches" | "recoded";

/** The English card of the statistics, on a page that is reached through a proxy. */
export function statisticsOf(page: Page, { truth }: Pick<BehindProxy, "truth">) {
  const card = page.getByRole("region", { name: "Server statistics", exact: true });
  const toggle = card.getByRole("switch");

  /** The card has this status, and all that it says of it is what the panel has. */
  const tells = (
    status: PurposeStatus | RegExp,
    isLastKnown: boolean | "either" = false,
  ) =>
    expect
      .poll(() => compareStatus(card, truth), within)
      .toEqual(saysTruly(status, isLastKnown));
  /** The page says it, in the card or above. */
  const explains = (key: string, values?: SentenceValues) =>
    expect
      .poll(() => page.getByRole("main").textContent(), within)
      .toMatch(sentence(key, values));
  /** The panel has this decision, whatever the page shows. */
  const holds = (status: string) =>
    expect.poll(async () => (await truth()).decision.status, within).toBe(status);
  const shows = async (isOn: boolean) => {
    await expect.poll(() => toggle.isChecked(), within).toBe(isOn);
  };
  /** There is no switch that is on; there is none at all where nobody is signed in. */
  const showsNoConsent = () =>
    expect
      .poll(() => card.getByRole("switch", { checked: true }).count(), within)
      .toBe(0);
  /** What stands against turning the switch: nothing, or what the card says meanwhile. */
  const obstacle = async () =>
    (await toggle.getAttribute("aria-disabled")) === null ? null : card.textContent();
  /** Turns the switch, once it may be. */
  const turn = async () => {
    await expect.poll(obstacle, within).toBe(null);
    await toggle.click();
  };
  return {
    card,
    toggle,
    tells,
    explains,
    holds,
    shows,
    showsNoConsent,
    turn,
    /** Signs in and waits for the bytes and what is said of their checksum. */
    open: async (checksum: Checksum = "matches") => {
      await visit(page, "Admin");
      await openBytes(card);
      await expect
        .poll(() => card.textContent(), within)
        .toMatch(sentence(`payload.check.${checksum}`));
    },
    /** Gives consent; done when panel and page say so, be it what is known last. */
    grant: async () => {
      await turn();
      await holds("granted");
      await shows(true);
      await tells("granted", "either");
    },
    /** Withdraws; done when panel and page say so, be it what is known last. */
    withdraw: async () => {
      await turn();
      await holds("withdrawn");
      await shows(false);
      await tells(withdrawn, "either");
    },
  };
}
