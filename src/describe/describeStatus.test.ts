import * as fc from "fast-check";
import { expect, test } from "vitest";
import english from "../../locales/en/interface.json" with { type: "json" };
import { decisionLook } from "../../test/support/decisionLooks.ts";
import { facts } from "../../test/support/statusSpace.ts";
import { purposeStatus, purposeStatuses } from "../client/purposeStatus.ts";
import { describeStatus } from "./describeStatus.ts";

/** Every line for every state of a panel, wish and obstacle, by its keys. */
const lines = fc
  .record({
    facts,
    isSettled: fc.boolean(),
    schedule: fc.constantFrom("monthly" as const, "event" as const),
  })
  .map(({ facts: { purpose, wish, obstacle }, ...rest }) => {
    const status = purposeStatus(purpose, wish, obstacle);
    const line = describeStatus({ status, purpose, ...rest }, (key) => key, "en");
    return { status, purpose, ...rest, keys: line.map(({ key }) => key) };
  });

test("a line has two sentences at most, the second of what is sent", () => {
  fc.assert(
    fc.property(lines, ({ keys }) => {
      expect(keys.length).toBeLessThanOrEqual(2);
      const ofSending = keys.filter((key) => key.startsWith("sending."));
      expect(ofSending.length).toBeLessThanOrEqual(1);
      if (ofSending.length > 0) expect(keys.at(-1)).toBe(ofSending[0]);
    }),
  );
});

test("no line says that nothing is sent while something may leave", () => {
  fc.assert(
    fc.property(lines, ({ keys, purpose, isSettled }) => {
      const isSilent = keys.some((key) =>
        /^sending\.(silent|no-more|no-sender)$/.test(key),
      );
      if (!isSilent) return;
      expect(isSettled).toBe(true);
      const { effective, openSends } = purpose?.activity ?? {};
      expect([effective, openSends]).toEqual([false, 0]);
    }),
  );
});

test("a line says why nothing is sent where the panel cannot send, and nowhere else", () => {
  fc.assert(
    fc.property(lines, ({ keys, purpose }) => {
      const isTold = keys.includes("sending.no-sender");
      if (isTold) expect(purpose?.transport).toBeNull();
      if (purpose?.transport === null) {
        expect(keys).not.toContain("sending.silent");
        expect(keys).not.toContain("sending.no-more");
      }
    }),
  );
});

test("a line says that consent was given, and that the panel cannot send", () => {
  const { purpose } = decisionLook("granted+no-sender");
  const told = describeStatus(
    { status: "granted", purpose, isSettled: true, schedule: "monthly" },
    (key) => key,
    "en",
  );

  expect(told.map(({ key }) => key)).toEqual(["status.by", "sending.no-sender"]);
});

test("no line says that nothing is sent after a sentence that says something is", () => {
  fc.assert(
    fc.property(lines, ({ keys, status }) => {
      if (!keys.includes("sending.silent") || !(status in english.status)) return;
      const sentence = english.status[status as keyof typeof english.status];
      expect(sentence).not.toMatch(/^Sending/);
    }),
  );
});

test("no line says that reports are sent while they are not", () => {
  fc.assert(
    fc.property(lines, ({ keys, purpose, schedule }) => {
      const says = keys.find((key) => /^sending\.(monthly|event)$/.test(key));
      if (!says) return;
      expect(says).toBe(`sending.${schedule}`);
      expect(purpose?.decision.status).toBe("granted");
      expect(purpose?.activity?.effective).toBe(true);
    }),
  );
});

test("one report may leave only where one is open and no other follows", () => {
  fc.assert(
    fc.property(lines, ({ keys, purpose }) => {
      if (!keys.includes("sending.one-may-leave")) return;
      expect(purpose?.activity?.effective).toBe(false);
      expect(purpose?.activity?.openSends).toBeGreaterThan(0);
    }),
  );
});

test("a line names nobody for what nobody decided", () => {
  fc.assert(
    fc.property(lines, ({ keys, purpose }) => {
      const { by, at } = purpose?.decision ?? {};
      if (keys.some((key) => key === "status.by" || key === "status.locked")) {
        expect(by).toBeTruthy();
        expect(at).toBeTruthy();
      }
      if (keys.includes("status.at")) expect([by, !at]).toEqual([null, false]);
    }),
  );
});

test("each status has a word of its own on its chip", () => {
  const words = purposeStatuses.map((status) => english.chip[status]);

  expect(new Set(words).size).toBe(purposeStatuses.length);
});
