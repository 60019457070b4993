import { expect } from "vitest";
import type { DebianRoot } from "../support/debianRoot.ts";
import type { PanelProcess } from "../support/panelProcess.ts";
import { linesOf } from "../support/paper.ts";
import type { Person } from "./person.ts";

/** What a task is done with: a person before a panel of a server that can change. */
export interface World {
  readonly person: Person;
  readonly panel: PanelProcess;
  readonly root: DebianRoot;
}

/** What a task gives where the driver of an engine has no way to do it. */
export const notHere = Symbol("not here");

/** A piece of a person's work. */
export interface Task {
  readonly name: string;
  readonly run: (world: World) => Promise<unknown>;
}

const statistics = "Serverstatistiken";
const crashes = "Absturzberichte";
const toggle = { kind: "[role=switch]", name: "", card: statistics };
const button = (name: string, card?: string) => ({
  ...{ kind: "button", name },
  ...(card === undefined ? {} : { card }),
});

async function signIn({ person, panel }: World): Promise<void> {
  await person.tab.goto(`${panel.address}/?lang=de`);
  await person.click(button("Admin"));
  await person.see(toggle);
  // A switch that cannot be worked yet says so.
  await person.seeThat(
    () => document.querySelectorAll("[role=switch][aria-disabled]").length,
    0,
  );
}

async function grant(world: World): Promise<void> {
  const { person } = world;
  await signIn(world);
  await person.click(toggle);
  await person.seeStatus(statistics, "granted");
  await person.see({ kind: "li", name: "Zuletzt gesendet", card: statistics });
}

const openFold = (name: string, card = statistics) => ({
  ...{ kind: "button[aria-expanded=false]", name, card },
});

export const tasks: readonly Task[] = [
  {
    name: "grant",
    run: async (world) => {
      await grant(world);
      await world.person.seeAllInPlace();
    },
  },
  {
    name: "refuse",
    run: async (world) => {
      await signIn(world);
      await world.person.click(button("Nein, nicht senden", statistics));
      await world.person.seeStatus(statistics, "refused");
      await world.person.seeAllInPlace();
    },
  },
  {
    name: "withdraw, until the deletion is confirmed",
    run: async (world) => {
      await grant(world);
      await world.person.click(toggle);
      await world.person.seeStatus(statistics, "deleted");
      await world.person.seeAllInPlace();
    },
  },
  {
    name: "lost panel and return",
    run: async (world) => {
      const { person, panel } = world;
      await signIn(world);
      await panel.stop();
      await person.seeText("Das Panel antwortet nicht.");
      await person.seeAllInPlace();
      await panel.restart();
      await person.seeNoText("Das Panel antwortet nicht.");
      await person.click(button("Nein, nicht senden", crashes));
      await person.seeStatus(crashes, "refused");
    },
  },
  {
    name: "revision",
    run: async (world) => {
      const { person, panel } = world;
      await grant(world);
      await panel.restart({ KLARTEXT_POLICY_REVISION: "2026-03-01" });
      await person.seeStatus(statistics, "outdated");
      await person.see({ kind: "a", name: "Datenschutzerklärung vom 1. März 2026" });
      await person.seeAllInPlace();
      await person.click(button("Neue Daten ansehen", statistics));
      await person.seeThat(
        () => document.querySelectorAll("[role=switch][aria-disabled]").length,
        0,
      );
      await person.click(toggle);
      await person.seeStatus(statistics, "granted");
    },
  },
  {
    name: "newer data",
    run: async (world) => {
      const { person, root } = world;
      await signIn(world);
      await root.install("1.24.0-1");
      await person.click(button("Neue Daten ansehen", statistics));
      await person.seeText("1.24.0");
      await person.seeAllInPlace();
      await person.click(toggle);
      await person.seeStatus(statistics, "granted");
    },
  },
  {
    name: "folds",
    run: async (world) => {
      const { person } = world;
      await signIn(world);
      for (const name of ["Gesendet", "Verlauf", "Wohin und wie", "Wortlaut"]) {
        await person.click(openFold(name));
        await person.see({ kind: "button[aria-expanded=true]", name, card: statistics });
      }
      await person.seeAllInPlace();
    },
  },
  {
    name: "log",
    run: async (world) => {
      const { person } = world;
      await grant(world);
      await person.click(openFold("Gesendet"));
      await person.click({ kind: "tr button", name: "", card: statistics });
      await person.seeThat(
        () =>
          [...document.querySelectorAll("[data-kt=purpose] .kt-fold__panel pre")].some(
            ({ textContent }) => textContent?.includes('"distribution"'),
          ),
        true,
      );
      await person.seeAllInPlace();
    },
  },
  {
    name: "language",
    run: async (world) => {
      const { person } = world;
      await signIn(world);
      await person.click(button("EN"));
      await person.see({ kind: "h2, h3", name: "Server statistics" });
      await person.seeThat(() => document.documentElement.lang, "en");
      await person.seeAllInPlace();
    },
  },
  {
    name: "keyboard alone",
    run: async (world) => {
      const { person } = world;
      const { tab } = person;
      await signIn(world);
      await tab.evaluate(() => {
        document.body.tabIndex = -1;
        document.body.focus();
      }, undefined);
      const isFocused = () =>
        tab.evaluate(
          () =>
            document.activeElement ===
            document.querySelectorAll("[data-kt=purpose] [role=switch]")[1],
          undefined,
        );
      let presses = 0;
      for (; presses < 60 && !(await isFocused()); presses += 1) await tab.press("Tab");
      expect(await isFocused(), `the focus after ${presses} presses`).toBe(true);
      await person.seeThat(() => {
        const { activeElement } = document;
        return [activeElement, activeElement?.parentElement].some(
          (one) => one && getComputedStyle(one).outlineStyle !== "none",
        );
      }, true);
      await tab.press("Space");
      await person.seeStatus(statistics, "granted");
      expect(await isFocused(), "the focus after the decision").toBe(true);
    },
  },
  {
    name: "print",
    run: async (world) => {
      const { person } = world;
      await signIn(world);
      const pdf = await person.tab.print();
      if (!pdf) return notHere;
      const text = (await linesOf(pdf)).flat().join(" ");
      expect(text).toContain("Datenschutz");
      expect(text).toContain("CA-Pinning");
      expect(text).not.toContain("Nein, nicht senden");
    },
  },
];
