import { expect, test } from "vitest";
import { liveConfigPolicy } from "../../policy/index.ts";
import { consentActivity } from "../../policy/policy.ts";
import { decideAs } from "../../testing/fake/decideAs.ts";
import { statistics } from "../../testing/fixtures.ts";
import { buildTexts } from "../buildTexts.ts";
import { createMemoryStore } from "../store/memoryStore.ts";
import { adoptEpoch } from "./adoptEpoch.ts";
import { beginSend } from "./beginSend.ts";
import type { Facts } from "./decide.ts";
import { enqueueMonthly } from "./enqueueReport.ts";
import { decisionEntry } from "./entrySchemas.ts";
import { readPurposeData } from "./purposeData.ts";

const purpose = "server-statistics";
const policy = liveConfigPolicy();
const revision = policy.revision.id;
const activity = consentActivity(policy, purpose);
if (!activity) throw new Error(`The policy has no ${purpose}.`);
const uuid = () => crypto.randomUUID();
const by = { id: "admin", name: "Admin" };
const facts: Omit<Facts, "textKnown"> = {
  ...{ policy, activity, uuid, lock: null, allowUnseen: false },
  texts: buildTexts(policy).texts,
  payload: { status: "told", value: statistics },
};

/** A purpose whose report was begun, in a store of which a backup is then restored. */
async function restored() {
  const store = createMemoryStore();
  const data = () => readPurposeData(store.readNow().purposes[purpose]?.state ?? null);
  decideAs(store, purpose, "grant", by, facts);
  const due = {
    activity,
    uuid,
    revision,
    lock: null,
    value: statistics,
    jitterMs: 0,
  } as const;
  const queue = () =>
    store.changeNow(purpose, (snapshot) =>
      enqueueMonthly(snapshot, { ...due, activity: facts.activity }),
    );
  queue();
  const [item] = store.readNow().purposes[purpose]?.items ?? [];
  const send = {
    ...{ purpose, item: item?.id ?? "", lock: null, revision, vendor: "A", uuid },
    urlOf: () => "https://vendor.example/v1",
  };
  store.changeNow(purpose, (snapshot) => beginSend(snapshot, send));
  await store.beginEpoch();
  store.changeNow(purpose, adoptEpoch);
  return { store, data, queue };
}

test("a restored consent stands, is suspended, and queues nothing", async () => {
  const { data, queue } = await restored();

  expect(data()).toMatchObject({
    decision: { status: "granted" },
    suspended: "store-restored",
  });
  expect(queue()).toBe("not-now");
});

test("is suspended once, however often the store is opened", async () => {
  const { store, data } = await restored();
  const before = data();
  store.changeNow(purpose, adoptEpoch);

  expect(data()).toEqual(before);
});

test("given again it has another UUID, and the old one is to be erased", async () => {
  const { store, data } = await restored();
  const { pseudonym } = data();
  decideAs(store, purpose, "grant", by, facts);
  store.changeNow(purpose, adoptEpoch);
  const { items = [] } = store.readNow().purposes[purpose] ?? {};

  expect(data().suspended).toBeNull();
  expect(data().pseudonym).not.toBe(pseudonym);
  expect(items.map((item) => item.uuid)).toEqual([pseudonym]);
  expect(data().deletions).toHaveLength(1);
});

test("what was sent after the backup is erased too, though the backup knows of nothing", async () => {
  const store = createMemoryStore();
  decideAs(store, purpose, "grant", by, facts);
  await store.beginEpoch();
  store.changeNow(purpose, adoptEpoch);
  decideAs(store, purpose, "withdraw", by, facts);
  const { items = [], state = null } = store.readNow().purposes[purpose] ?? {};

  expect(items).toHaveLength(1);
  expect(readPurposeData(state).deletions).toHaveLength(1);
});

test("the bytes that held the old UUID go when another is made", async () => {
  const store = createMemoryStore();
  decideAs(store, purpose, "grant", by, facts);
  decideAs(store, purpose, "grant", by, facts);
  await store.beginEpoch();
  store.changeNow(purpose, adoptEpoch);
  decideAs(store, purpose, "grant", by, facts);
  const kept = store
    .pageNow("decision", 10)
    .filter(({ data }) => decisionEntry.parse(data).event === "granted")
    .map(({ bytes }) => bytes !== null);

  expect(kept).toEqual([true, false, true]);
});
