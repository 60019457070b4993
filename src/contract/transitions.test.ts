import { describe, expect, test } from "vitest";
import { transitionCells } from "../../test/fixtures/transitionCells.ts";
import {
  decisionEvents,
  decisionStatuses,
  knownStatus,
  transitions,
} from "./transitions.ts";

describe("the states of a decision", () => {
  test.each(transitionCells)(
    "%s: grant %s, refuse %s, withdraw %s, revise %s",
    (from, ...to) => {
      expect(decisionEvents.map((event) => transitions[from][event])).toEqual(to);
    },
  );

  test("are those of the table, and no more", () => {
    expect(Object.keys(transitions)).toEqual(transitionCells.map(([from]) => from));
    expect([...decisionStatuses]).toEqual(transitionCells.map(([from]) => from));
    expect([...decisionEvents]).toEqual(["grant", "refuse", "withdraw", "revise"]);
  });

  test("become granted by a grant alone", () => {
    for (const status of decisionStatuses) {
      const { grant: _, ...others } = transitions[status];
      expect(Object.values(others)).not.toContain("granted");
    }
  });

  test("never keep what was withdrawn from being withdrawn again", () => {
    for (const status of decisionStatuses) {
      expect(transitions[status].withdraw).not.toMatch(/granted|outdated|instead/);
    }
  });
});

describe("knownStatus", () => {
  test.each([...decisionStatuses])("knows %s", (status) => {
    expect(knownStatus(status)).toBe(status);
  });

  test.each(["", "Granted", "toString", "__proto__", "paused"])(
    "does not know %j of a later contract",
    (status) => {
      expect(knownStatus(status)).toBeUndefined();
    },
  );
});
