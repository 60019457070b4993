import { expect, test } from "vitest";
import { transport } from "../../testing/fixtures.ts";
import { describePurpose } from "./describePurpose.ts";
import { freshPurpose, type PurposeData } from "./purposeData.ts";

const at = "2026-01-15T09:30:00.000Z";
const later = "2026-02-15T09:30:00.000Z";
const id = "00000000-0000-4000-8000-000000000001";

const granted: PurposeData = {
  ...freshPurpose,
  decision: { ...freshPurpose.decision, status: "granted", sequence: 1, at },
  schedule: { grantedAt: at, nextAt: later },
};

/** A purpose that was withdrawn, and whose deletion is owed. */
const withdrawn = (nextAttemptAt: string | null): PurposeData => ({
  ...freshPurpose,
  decision: { ...freshPurpose.decision, status: "withdrawn", sequence: 2, at },
  deletions: [
    {
      ...{ id, requestedAt: at, grant: null, attempts: 0, nextAttemptAt },
      ...{ answeredAt: null, confirmedAt: null, deleted: null, signature: null },
    },
  ],
});

function told(state: PurposeData, way: typeof transport | null) {
  const reading = { state, by: null, items: [], open: [] };
  const facts = { lock: null, transport: way, resultsUrl: null };
  return describePurpose(reading, facts).activity;
}

test("reports go out and are planned where consent is given and there is a way to send", () => {
  expect(told(granted, transport)).toMatchObject({ effective: true, nextAt: later });
});

test("no report goes out or is planned in a panel that cannot send", () => {
  expect(told(granted, null)).toMatchObject({ effective: false, nextAt: null });
});

test("a deletion is under way, or tried again, where there is a way to ask the vendor", () => {
  expect(told(withdrawn(null), transport).deletions).toMatchObject([
    { state: "under-way", nextAttemptAt: null },
  ]);
  expect(told(withdrawn(later), transport).deletions).toMatchObject([
    { state: "failed", nextAttemptAt: later },
  ]);
});

test.each([null, later])(
  "no deletion is under way or planned in a panel that cannot send (next attempt: %s)",
  (nextAttemptAt) => {
    expect(told(withdrawn(nextAttemptAt), null).deletions).toMatchObject([
      { state: "failed", nextAttemptAt: null, confirmedAt: null },
    ]);
  },
);
