import { expect, test } from "vitest";
import { liveConfigPolicy } from "../../policy/index.ts";
import { consentActivity } from "../../policy/policy.ts";
import { decideAs } from "../../testing/fake/decideAs.ts";
import { crashSample, statistics } from "../../testing/fixtures.ts";
import { buildTexts } from "../buildTexts.ts";
import { createMemoryStore } from "../store/memoryStore.ts";
import { adoptEpoch } from "./adoptEpoch.ts";
import { adoptMachine } from "./adoptMachine.ts";
import { beginSend } from "./beginSend.ts";
import type { Facts } from "./decide.ts";
import { enqueueMonthly } from "./enqueueReport.ts";
import { hashMachineId, isHashOf, type Machine } from "./machineIdHash.ts";
import { type PurposeData, readPurposeData } from "./purposeData.ts";

const policy = liveConfigPolicy();
const revision = policy.revision.id;
const uuid = () => crypto.randomUUID();
const by = { id: "admin", name: "Admin" };
const own: Machine = { id: "own", key: "k1" };
const other: Machine = { id: "other", key: "k2" };

/** A purpose whose consent is given where the panel is told this machine. */
function granted(machine: Machine | null, purpose = "server-statistics") {
  const activity = consentActivity(policy, purpose);
  if (!activity) throw new RangeError(purpose);
  const value = purpose === "server-statistics" ? statistics : { ...crashSample };
  const factsFor = (at: Machine | null): Omit<Facts, "textKnown"> => ({
    ...{ policy, activity, uuid, lock: null, allowUnseen: false, machine: at },
    texts: buildTexts(policy).texts,
    payload: { status: "told", value },
  });
  const store = createMemoryStore();
  const data = () => readPurposeData(store.readNow().purposes[purpose]?.state ?? null);
  decideAs(store, purpose, "grant", by, factsFor(machine));
  return {
    ...{ store, data },
    items: () => store.readNow().purposes[purpose]?.items ?? [],
    adopt: (at: Machine | null) =>
      store.changeNow(purpose, (snapshot) => adoptMachine(snapshot, at)),
    decide: (act: "grant" | "withdraw", at: Machine | null) =>
      decideAs(store, purpose, act, by, factsFor(at)),
    change: (state: Partial<PurposeData>) =>
      store.changeNow(purpose, () => ({ result: null, state: { ...data(), ...state } })),
    queue: () =>
      store.changeNow(purpose, (snapshot) =>
        enqueueMonthly(snapshot, {
          activity,
          uuid,
          revision,
          lock: null,
          value,
          jitterMs: 0,
        }),
      ),
    begin: () => {
      const [item] = store.readNow().purposes[purpose]?.items ?? [];
      const send = {
        ...{ purpose, item: item?.id ?? "", lock: null, revision, vendor: "A", uuid },
        urlOf: () => "https://vendor.example/v1",
      };
      store.changeNow(purpose, (snapshot) => beginSend(snapshot, send));
    },
  };
}

test("a grant keeps the id of its server as a digest under a random key", () => {
  const { machine } = granted(own).data();

  expect(machine).toEqual(hashMachineId(own));
  expect(machine && isHashOf(machine, own)).toBe(true);
  expect(machine && isHashOf(machine, other)).toBe(false);
  expect(JSON.stringify(machine)).not.toContain(own.id);
  expect(hashMachineId({ ...own, key: "k3" }).mac).not.toBe(machine?.mac);
});

test("the digest is HMAC-SHA-256", () => {
  // RFC 4231 § 4.3
  expect(hashMachineId({ key: "Jefe", id: "what do ya want for nothing?" }).mac).toBe(
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  );
});

test("on its own server a consent goes on, whatever key is offered", () => {
  const { adopt, data } = granted(own);
  const before = data();
  adopt({ ...own, key: "another" });

  expect(data()).toEqual(before);
});

test("on another server it is suspended, stands, and what waits is dropped", () => {
  const { adopt, data, queue, items } = granted(own);
  queue();
  expect(items()).toHaveLength(1);
  adopt(other);

  expect(data()).toMatchObject({
    ...{ suspended: "machine-changed", decision: { status: "granted", sequence: 1 } },
  });
  expect(items()).toEqual([]);
  expect(queue()).toBe("not-now");
});

test.each([
  ["where none is told", null],
  ["where none was told before", other],
])("nothing is suspended %s", (_name, at) => {
  const { adopt, data } = granted(at === null ? own : null);
  adopt(at);

  expect(data().suspended).toBeNull();
});

test("a consent of an earlier version takes the first server that is told as its own", () => {
  const { adopt, data } = granted(null);
  expect(data().machine).toBeNull();
  adopt(own);
  expect(data().machine).toEqual(hashMachineId(own));
  adopt(other);

  expect(data().suspended).toBe("machine-changed");
});

test("consent that was kept before there was such a digest is read", () => {
  const { machine: _none, ...kept } = granted(own).data();

  expect(readPurposeData(kept).machine).toBeNull();
});

test("given anew on a copy it has another UUID and server, and no erasure is asked for", () => {
  const { adopt, data, decide, queue, begin, items } = granted(own);
  queue();
  begin();
  const { pseudonym } = data();
  adopt(other);
  decide("grant", other);

  expect(data()).toMatchObject({ suspended: null, deletions: [], attempted: [] });
  expect(data().pseudonym).not.toBe(pseudonym);
  expect(data().machine).toEqual(hashMachineId(other));
  expect(items()).toEqual([]);
  expect(queue()).toBe("queued");
});

test("withdrawn on a copy, the erasure of what the original sent is asked for", () => {
  const { adopt, data, decide, queue, begin, items } = granted(own);
  queue();
  begin();
  const { pseudonym } = data();
  adopt(other);
  decide("withdraw", other);

  expect(items().map((item) => item.uuid)).toEqual([pseudonym]);
  expect(data()).toMatchObject({ suspended: null, pseudonym: null, machine: null });
});

test("consent that is given again on the same server keeps what is kept of it", () => {
  const { data, decide } = granted(own);
  decide("grant", { ...own, key: "another" });

  expect(data().machine).toEqual(hashMachineId(own));
});

test("consent that was suspended after a restore stays so, and is bound when it is given", () => {
  const { adopt, data, decide, store, change } = granted(own);
  change({ epoch: "before" });
  store.changeNow("server-statistics", adoptEpoch);
  adopt(other);
  expect(data().suspended).toBe("store-restored");
  decide("grant", other);

  expect(data().machine).toEqual(hashMachineId(other));
});

test("a purpose without a pseudonym keeps nothing of a server, and goes on on a copy", () => {
  const { adopt, data } = granted(own, "crash-reports");
  adopt(other);

  expect(data()).toMatchObject({ machine: null, suspended: null });
});
