import { expect, test } from "vitest";
import { liveConfigPolicy } from "../../policy/index.ts";
import { consentActivity } from "../../policy/policy.ts";
import { decideAs } from "../../testing/fake/decideAs.ts";
import { statistics } from "../../testing/fixtures.ts";
import { buildTexts } from "../buildTexts.ts";
import { createMemoryStore } from "../store/memoryStore.ts";
import type { Snapshot } from "../store/panelStore.ts";
import { beginSend } from "./beginSend.ts";
import { enqueueMonthly, enqueueReport, isMonthlyDue } from "./enqueueReport.ts";

const purpose = "server-statistics";
const policy = liveConfigPolicy();
const revision = policy.revision.id;
const activity = consentActivity(policy, purpose);
if (!activity) throw new RangeError(purpose);
const uuid = () => crypto.randomUUID();
const due = { activity, lock: null, revision, uuid, value: statistics, jitterMs: 0 };

/** A purpose with consent, whose monthly report is due. */
function granted(): Snapshot {
  const store = createMemoryStore();
  decideAs(
    store,
    purpose,
    "grant",
    { id: "admin", name: "Admin" },
    {
      ...{ policy, activity: due.activity, uuid, lock: null, allowUnseen: false },
      texts: buildTexts(policy).texts,
      payload: { status: "told", value: statistics },
    },
  );
  return store.changeNow(purpose, (snapshot) => ({ result: snapshot }));
}

/** What becomes of reports beside a process that stands for these revisions. */
function reportsBeside(revisions: readonly string[]) {
  const alone = granted();
  const snapshot = { ...alone, standings: [{ locks: {}, revisions }] };
  const { put: items = [] } = enqueueReport(alone, due);
  const begun = beginSend(
    { ...snapshot, items },
    {
      ...{ purpose, item: items[0]?.id ?? "", lock: null, revision, uuid },
      ...{ vendor: "A", urlOf: () => "https://vendor.example/v1" },
    },
  );
  return {
    isDue: isMonthlyDue(snapshot, due),
    monthly: enqueueMonthly(snapshot, due).result,
    ofEvent: enqueueReport(snapshot, due).result,
    waiting: begun.result ? "sent" : "kept",
  };
}

test.each([
  ["no other process", []],
  ["a process of the same revision", [revision]],
  ["a process of an older revision", ["older"]],
])("beside %s reports are queued and sent", (_, revisions) => {
  expect(reportsBeside(revisions)).toEqual({
    ...{ isDue: true, monthly: "queued", ofEvent: "queued", waiting: "sent" },
  });
});

test("beside a process of a later revision no report is queued or sent", () => {
  expect(reportsBeside(["later", revision])).toEqual({
    ...{ isDue: false, monthly: "not-now", ofEvent: "not-now", waiting: "kept" },
  });
});
