import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { facts } from "../../test/support/statusSpace.ts";
import { PanelUnreachable } from "./errors.ts";
import {
  isBlocking,
  purposeStatus,
  purposeStatuses,
  sendingOf,
} from "./purposeStatus.ts";

const names: ReadonlySet<string> = new Set(purposeStatuses);

describe("purposeStatus", () => {
  test("gives one status for every state, wish and obstacle", () => {
    fc.assert(
      fc.property(facts, ({ purpose, wish, obstacle }) => {
        expect(names.has(purposeStatus(purpose, wish, obstacle))).toBe(true);
      }),
    );
  });

  test("shows what is on its way before anything that was read", () => {
    fc.assert(
      fc.property(facts, ({ purpose, wish, obstacle }) => {
        const status = purposeStatus(purpose, wish, obstacle);
        if (wish.kind === "withdrawing") {
          expect(status).toBe(wish.error ? "not-withdrawn-yet" : "withdrawing");
        } else if (wish.kind === "checking") {
          expect(status).toBe("checking");
        } else if (wish.kind === "deciding") {
          const isGrant = wish.request.decision === "granted";
          expect(status).toBe(isGrant ? "granting" : "refusing");
        } else {
          expect([
            "not-withdrawn-yet",
            "withdrawing",
            "checking",
            "granting",
            "refusing",
          ]).not.toContain(status);
        }
      }),
    );
  });

  test("never says that consent is given under a lock or a suspension", () => {
    fc.assert(
      fc.property(facts, ({ purpose, wish, obstacle }) => {
        if (purposeStatus(purpose, wish, obstacle) !== "granted") return;
        expect(purpose?.decision.status).toBe("granted");
        expect(purpose?.activity?.lock ?? null).toBeNull();
        expect(purpose?.activity?.suspended ?? null).toBeNull();
      }),
    );
  });

  test("says that the data are deleted only once a deletion was confirmed after the withdrawal", () => {
    fc.assert(
      fc.property(facts, ({ purpose, wish, obstacle }) => {
        if (purposeStatus(purpose, wish, obstacle) !== "deleted") return;
        const { decision, activity } = purpose ?? {};
        expect(decision?.status).toBe("withdrawn");
        const at = Date.parse(decision?.at ?? "");
        const deletions = activity?.deletions ?? [];
        expect(deletions.every(({ state }) => state === "confirmed")).toBe(true);
        expect(Date.parse(deletions[0]?.confirmedAt ?? "")).toBeGreaterThanOrEqual(at);
      }),
    );
  });

  test("says that consent is not possible only where it would be, but for a finding", () => {
    fc.assert(
      fc.property(facts, ({ purpose, wish, obstacle }) => {
        if (purposeStatus(purpose, wish, obstacle) !== "blocked") return;
        expect(purpose?.decision.status).toBe("undecided");
        expect(obstacle && isBlocking(obstacle)).toBe(true);
      }),
    );
  });

  test("names what it cannot read and does not know", () => {
    const error = new PanelUnreachable(new TypeError("Failed to fetch"));
    expect(purposeStatus(undefined, { kind: "none" }, undefined)).toBe("not-read");
    expect(
      purposeStatus(undefined, { kind: "failed", of: "withdrawn", error }, undefined),
    ).toBe("not-read");
    fc.assert(
      fc.property(facts, ({ purpose, obstacle }) => {
        const status = purposeStatus(purpose, { kind: "none" }, obstacle);
        expect(status === "unknown").toBe(purpose?.decision.status === "paused");
      }),
    );
  });
});

describe("sendingOf", () => {
  test("says that nothing is sent only where nothing can leave", () => {
    fc.assert(
      fc.property(facts, ({ purpose }) => {
        const sending = sendingOf(purpose);
        const { activity } = purpose ?? {};
        if (sending === "sends") expect(activity?.effective).toBe(true);
        if (sending === "silent" || sending === "no-sender") {
          expect([activity?.effective, activity?.openSends]).toEqual([false, 0]);
          expect(purpose?.transport === null).toBe(sending === "no-sender");
        }
        if (!activity || purpose?.decision.status === "paused") {
          expect(sending).toBe("unknown");
        }
      }),
    );
  });
});
