import * as fc from "fast-check";
import { expect, test } from "vitest";
import { transitions } from "../../contract/transitions.ts";
import { type ConsentActivity, liveConfigPolicy } from "../../policy/index.ts";
import { consentActivity, type Policy } from "../../policy/policy.ts";
import { decideAs } from "../../testing/fake/decideAs.ts";
import { statistics } from "../../testing/fixtures.ts";
import { buildTexts } from "../buildTexts.ts";
import { createMemoryStore } from "../store/memoryStore.ts";
import { LaneTaken, type StoredEntry } from "../store/panelStore.ts";
import { advanceDeletions, answeredDeletions } from "./advanceDeletions.ts";
import { beginSend } from "./beginSend.ts";
import { endSend, type SendResult } from "./endSend.ts";
import { enqueueMonthly } from "./enqueueReport.ts";
import { attemptEntry } from "./entrySchemas.ts";
import { readPurposeData } from "./purposeData.ts";
import { revise } from "./revise.ts";

const purpose = "server-statistics";
const policy = liveConfigPolicy();
const activity = consentActivity(policy, purpose) as ConsentActivity;
const by = { id: "admin", name: "Admin" };

const answers: readonly SendResult[] = [
  {
    outcome: "accepted",
    status: 202,
    tls: "verified",
    signature: "unchecked",
    erased: 1,
  },
  { outcome: "accepted", status: 202, tls: "verified", signature: "unchecked" },
  { outcome: "rejected", status: 503, tls: "verified", signature: "unchecked" },
  { outcome: "rejected", status: 410, tls: "verified", signature: "unchecked" },
  { outcome: "rejected", status: 400, tls: "verified", signature: "unchecked" },
  { outcome: "unreachable", status: null, tls: "not-reached", signature: null },
  { outcome: "aborted", status: null, tls: "verified", signature: null },
  { outcome: "interrupted", status: null, tls: "not-reached", signature: null },
];

const step = fc.oneof(
  fc.constantFrom(
    { act: "grant" as const },
    { act: "refuse" as const },
    { act: "withdraw" as const },
    { act: "revise" as const },
    { act: "due" as const },
    { act: "confirm" as const },
  ),
  fc.record({ act: fc.constant("begin" as const), vendor: fc.constantFrom("A", "B") }),
  fc.record({ act: fc.constant("end" as const), answer: fc.constantFrom(...answers) }),
);

/** A revision that covers no earlier consent. */
function later({ previous: _previous, ...rest }: Policy, id: number): Policy {
  return { ...rest, revision: { ...rest.revision, id: `later-${id}`, material: true } };
}

/** A panel's rules over memory, and a model of what a person may rely on. */
function open() {
  let count = 0;
  let day = 0;
  const uuid = () => {
    count += 1;
    return `00000000-0000-4000-8000-${String(count).padStart(12, "0")}`;
  };
  const now = () => new Date(Date.UTC(2026, 0, 1 + day));
  const store = createMemoryStore({ now, uuid });
  let inForce = policy;
  const reading = () =>
    store.readNow().purposes[purpose] ?? { state: null, items: [], open: [], by: null };
  const data = () => readPurposeData(reading().state);
  /** Each vendor that was sent a pseudonym, until it has erased it. */
  const held = new Map<string, Set<string>>();

  const decide = (type: "grant" | "refuse" | "withdraw") => {
    if (transitions[data().decision.status][type] === "withdraw-instead") return;
    decideAs(store, purpose, type, by, {
      ...{ policy: inForce, activity, uuid, lock: null, allowUnseen: false },
      texts: buildTexts(inForce).texts,
      payload: { status: "told", value: statistics },
    });
  };
  const begin = (vendor: string) => {
    const item = reading().items[0];
    if (!item) return;
    const revision = inForce.revision.id;
    const facts = { purpose, item: item.id, lock: null, revision, vendor, uuid };
    const urlOf = (kind: string) => `https://${vendor}.example/${kind}`;
    try {
      const begun = store.changeNow(purpose, (snapshot) =>
        beginSend(snapshot, { ...facts, urlOf }),
      );
      if (!begun) return;
      const { pseudonym, decision } = data();
      if (begun.kind === "report") {
        expect(decision.status).toBe("granted");
        expect(begun.item.uuid).toBe(pseudonym);
        const vendors = held.get(pseudonym ?? "") ?? new Set();
        held.set(pseudonym ?? "", vendors.add(vendor));
      }
    } catch (error) {
      if (!(error instanceof LaneTaken)) throw error;
    }
  };
  const end = (answer: SendResult) => {
    const [send] = reading().open;
    if (!send) return;
    const { kind, url } = attemptEntry.parse(send.entry.data);
    const uuidOfItem = reading().items.find(({ id }) => id === send.item)?.uuid;
    const facts = { entry: send.entry.id, result: answer, uuid, random: 0.5 };
    store.changeNow(purpose, (snapshot) => endSend(snapshot, facts));
    const erased = kind === "erasure" && answer.outcome === "accepted";
    if (erased && answer.erased !== undefined && uuidOfItem) {
      held.get(uuidOfItem)?.delete(new URL(url).hostname[0]?.toUpperCase() ?? "");
    }
  };
  const run = (one: Step, index: number) => {
    day += 1;
    switch (one.act) {
      case "begin":
        return begin(one.vendor);
      case "end":
        return end(one.answer);
      case "revise":
        inForce = later(inForce, index);
        return void store.changeNow(purpose, (snapshot) =>
          revise(snapshot, inForce, uuid),
        );
      case "due":
        day += 31;
        return void store.changeNow(purpose, (snapshot) =>
          enqueueMonthly(snapshot, {
            activity,
            uuid,
            lock: null,
            revision: inForce.revision.id,
            value: statistics,
            jitterMs: 0,
          }),
        );
      case "confirm":
        return void store.changeNow(purpose, (snapshot) =>
          advanceDeletions(snapshot, answeredDeletions(snapshot), uuid),
        );
      default:
        return decide(one.act);
    }
  };
  return { store, run, data, reading, held };
}

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

test("whatever happens, reports leave under consent alone, and every vendor that got a UUID is asked to erase it", () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 4, maxLength: 60, size: "max" }), (steps) => {
      const { store, run, data, reading, held } = open();
      let told: readonly StoredEntry[] = [];
      let sequence = 0;
      for (const [index, one] of steps.entries()) {
        run(one, index);
        const { decision, pseudonym } = data();
        const hasConsent =
          decision.status === "granted" || decision.status === "outdated";

        expect(pseudonym !== null).toBe(hasConsent);
        expect(decision.sequence).toBeGreaterThanOrEqual(sequence);
        if (one.act === "withdraw") expect(decision.sequence).toBe(sequence + 1);
        sequence = decision.sequence;
        if (!hasConsent) expect(reports(reading().items)).toEqual([]);
        for (const [uuid, vendors] of held) {
          if (uuid === pseudonym) continue;
          const owed = reading().items.filter((item) => item.uuid === uuid);
          expect(owed.map(({ data: item }) => vendorOf(item)).toSorted()).toEqual(
            [...vendors].toSorted(),
          );
        }
        const entries = [
          ...store.pageNow("decision", 1_000),
          ...store.pageNow("transmission", 1_000),
        ];
        for (const before of told) {
          const after = entries.find(({ id }) => id === before.id);
          expect(after).toMatchObject({ number: before.number, data: before.data });
          if (before.end !== null) expect(after?.end).toEqual(before.end);
        }
        told = entries;
      }
    }),
    { numRuns: process.env.KLARTEXT_DEEP ? 5_000 : 200 },
  );
}, 120_000);

function reports(items: ReturnType<ReturnType<typeof open>["reading"]>["items"]) {
  return items.filter(({ data }) => Reflect.get(Object(data), "kind") === "report");
}

function vendorOf(data: unknown): unknown {
  return Reflect.get(Object(data), "vendor");
}
