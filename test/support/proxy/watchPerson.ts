import { act, fireEvent } from "@testing-library/react";
import { expect } from "vitest";
import words from "../../../locales/en/interface.json" with { type: "json" };
import { people } from "../../../src/testing/index.ts";
import type { Session } from "./historySteps.ts";
import type { World } from "./openWorld.tsx";
import { readCenter } from "./readCenter.ts";

/** A decision that somebody made on the page. */
interface Asked {
  readonly of: "granted" | "refused" | "withdrawn";
  /** Who the page said is signed in, or was told; undefined where it did not know. */
  readonly by: string | undefined;
  /** Of the decision that stood there, or stood there last. */
  readonly sequence: number;
}

const asking = {
  granting: "granted",
  refusing: "refused",
  withdrawing: "withdrawn",
} as const;

/** Does what a person does, and remembers what the page owes them for it. */
export function watchPerson({ decisions, host }: World, floor: () => number) {
  const acts: number[] = [];
  let asked: Asked | undefined;
  let grants = 0;

  const click = (element: HTMLElement | undefined) => {
    if (!element) return;
    const before = readCenter(document.body);
    acts.push(Date.now());
    act(() => void fireEvent.click(element));
    const { wish, viewer } = readCenter(document.body);
    if (before.checked === true && element.matches("[role=switch]")) {
      expect(wish).toBe("withdrawing");
    }
    if (!wish || wish === before.wish || wish === "decided-anew") return;
    const told = host();
    const by = viewer ?? (told && told !== "nobody" ? people[told].name : undefined);
    asked = { of: asking[wish], by, sequence: floor() };
    if (wish === "granting") grants += 1;
  };
  const press = (...names: readonly string[]) =>
    click(
      [...document.querySelectorAll<HTMLElement>("button")].find(({ textContent }) =>
        names.includes(textContent),
      ),
    );

  return {
    /** When something was done. */
    acts,
    /** Notes something else that has the page read at once. */
    note: () => void acts.push(Date.now()),
    turn: () => click(document.querySelector<HTMLElement>("[role=switch]") ?? undefined),
    press,
    /** Lets be what somebody decided anew. */
    leave: () => {
      if (readCenter(document.body).wish === "decided-anew") asked = undefined;
      press(words.leave);
    },
    /** What the page said it would keep for as long as it is open is not owed any more. */
    close: () => {
      if (asked?.by === undefined) asked = undefined;
    },
    /** Who has to be signed in for what is owed. */
    waits: (): Session => (asked?.by === people.admin2.name ? "admin2" : "admin"),
    /** Checks what became of it all, once nothing is in the way. */
    checkRest: () => {
      const state = decisions.now();
      const { decision } = state;
      const said = readCenter(document.body);
      expect(said.states).not.toEqual([]);
      expect(said.states.filter(({ isTrueIn }) => !isTrueIn(state))).toEqual([]);
      expect(said.checked).toBe(decision.status === "granted");
      expect(said.problem).toBe("");
      expect(["decided-anew", undefined]).toContain(said.wish);

      const own = decisions
        .since(-1)
        .filter(({ status, by }) => status === "granted" && names.has(by?.name ?? ""));
      expect(own.length, "consents that nobody gave").toBeLessThanOrEqual(grants);

      if (!asked) return;
      const { of, by, sequence } = asked;
      const isByThem = decision.by?.name === by && decision.sequence > sequence;
      if (said.isNotRecorded) expect([isByThem, decision.status]).not.toEqual([true, of]);
      if (of !== "withdrawn" || decision.status !== "granted") return;
      expect(decision.sequence, "the withdrawal is lost").toBeGreaterThan(sequence);
      expect(isByThem, "nobody else has decided anew").toBe(false);
      const wasWithdrawn = decisions
        .since(sequence)
        .some(({ status }) => status !== "granted");
      if (!wasWithdrawn) expect(said.wish).toBe("decided-anew");
    },
  };
}

const names: ReadonlySet<string> = new Set([people.admin.name, people.admin2.name]);
