import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { collectExport } from "../../client/collectExport.ts";
import { createClient } from "../../client/index.ts";
import { createContract } from "../../contract/index.ts";
import type { PrivacyExport } from "../../contract/privacyExport.ts";
import { liveConfigPolicy } from "../../policy/index.ts";
import {
  createFakePanel,
  type FakePanel,
  type KeptTransmission,
  people,
} from "../../testing/index.ts";
import type { ChainEvent } from "../store/panelStore.ts";
import { checkExport, eventDigest, firstHead, nextHead } from "./index.ts";

const policy = liveConfigPolicy();
const purpose = "server-statistics";

const attempt: KeptTransmission = {
  bytes: null,
  entry: {
    ...{ id: "00000000-0000-4000-9000-000000000001", purpose, kind: "report" },
    ...{ at: "2026-01-01T00:00:00.000Z", method: "POST", size: 0 },
    ...{ url: "https://vendor.example/v1/server-statistics", digest: firstHead },
    ...{ outcome: "accepted", status: 202, signature: "valid", body: "deleted" },
    ...{ nextAttemptAt: null, number: null, head: null },
  },
};

/** Refuses, grants, sends, withdraws, has everything deleted, and refuses again. */
async function live(after: (panel: FakePanel) => void | Promise<void> = () => {}) {
  const panel = createFakePanel({ policy, transmissions: [attempt] });
  panel.decideAs(people.admin, "crash-reports", "refuse");
  panel.decideAs(people.admin, purpose, "grant");
  panel.sent(purpose, "2026-01-01T00:00:00.000Z");
  panel.decideAs(people.admin2, purpose, "withdraw");
  panel.deletion(purpose, { state: "confirmed", deleted: 1 });
  panel.decideAs(people.admin, "crash-reports", "refuse");
  await after(panel);
  return exported(panel);
}

function exported(panel: FakePanel): Promise<PrivacyExport> {
  const client = createClient(createContract(policy), { fetch: panel.fetch });
  return collectExport(client, {
    now: () => new Date("2026-01-16T08:00:00.000Z"),
    onProgress: () => {},
    signal: new AbortController().signal,
  });
}

const whole = await live();
const events = whole.log?.events ?? [];
const headAt = (number: number) => ({
  number,
  head: events[number - 1]?.head ?? "",
  epoch: whole.log?.epoch ?? "",
});

/** The export with another chain. */
const withEvents = (changed: typeof events): PrivacyExport => ({
  ...whole,
  log: { epoch: whole.log?.epoch ?? "", events: changed },
});

/** The same events with digests and heads that fit them, as somebody makes who rewrites all. */
function rewritten(changed: typeof events): PrivacyExport {
  let head = firstHead;
  const links = changed.map((one, index) => {
    const digest = eventDigest(one.event as ChainEvent);
    head = nextHead(head, digest);
    return { ...one, number: index + 1, digest, head };
  });
  const placeOf = (id: string) => links.find(({ event }) => event.id === id);
  const placed = <Entry extends { readonly id: string }>(entries: readonly Entry[]) =>
    entries.flatMap((entry) => {
      const { number, head } = placeOf(entry.id) ?? {};
      return number === undefined ? [] : [{ ...entry, number, head }];
    });
  return {
    ...withEvents(links),
    decisions: placed(whole.decisions) as PrivacyExport["decisions"],
    transmissions: placed(whole.transmissions) as PrivacyExport["transmissions"],
  };
}

describe("an export", () => {
  test("as the panel gives it has nothing amiss, and goes on from each of its heads", () => {
    expect(events.length).toBeGreaterThanOrEqual(7);
    for (const { number } of events) {
      expect(checkExport(whole, headAt(number))).toEqual({
        ...{ events: events.length, migrated: 0, findings: [], head: "goes-on" },
      });
    }
  });

  test("has nothing amiss after a name was erased and bodies were deleted", async () => {
    const later = await live(async (panel) => {
      await panel.fetch("/api/privacy/people/admin/name", {
        method: "DELETE",
        headers: { "Sec-Fetch-Site": "same-origin" },
      });
    });

    expect(later.decisions.some(({ by }) => by?.id === "admin")).toBe(false);
    expect(checkExport(later)?.findings).toEqual([]);
  });

  test("of a panel without a chain cannot be checked", () => {
    expect(checkExport({ ...whole, log: null })).toBeUndefined();
  });

  test("with one event changed, dropped, added or swapped is found, and the event named", () => {
    const place = fc.nat(events.length - 1);
    fc.assert(
      fc.property(
        fc.constantFrom("changed", "dropped", "added", "swapped", "head", "digest"),
        place,
        place,
        fc.string({ minLength: 1 }),
        (how, at, other, text) => {
          const one = events[at];
          const two = events[other];
          if (!one || !two || (how === "swapped" && at === other)) return;
          const mutated = {
            changed: () =>
              events.with(at, {
                ...one,
                event: { ...one.event, purpose: `${one.event.purpose}${text}` },
              }),
            dropped: () => events.toSpliced(at, 1),
            added: () =>
              events.toSpliced(at, 0, {
                ...one,
                event: { ...one.event, id: two.event.id },
              }),
            swapped: () => events.with(at, two).with(other, one),
            head: () =>
              events.with(at, {
                ...one,
                head: eventDigest({ ...one.event, id: text } as ChainEvent),
              }),
            digest: () =>
              events.with(at, {
                ...one,
                digest: eventDigest({ ...one.event, id: text } as ChainEvent),
              }),
          }[how]();
          const isLast = how === "dropped" && at === events.length - 1;
          const { findings = [] } = checkExport(withEvents(mutated)) ?? {};
          if (isLast) {
            // Its entry is still told, or its end is: what was cut off, a kept head shows.
            expect(checkExport(withEvents(mutated), headAt(events.length))?.head).toBe(
              "shorter",
            );
            return;
          }
          expect(findings.length).toBeGreaterThan(0);
          const named = findings.map((finding) =>
            "number" in finding ? finding.number : 0,
          );
          expect(
            named.some(
              (number) => Math.abs(number - one.number) <= 1 || number === two.number,
            ),
          ).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("whose history tells something else than its events is found", () => {
    const [decision, ...rest] = whole.decisions;
    if (!decision) throw new Error("There is no decision.");
    const changes: Partial<typeof decision>[] = [
      { at: "2025-01-01T00:00:00.000Z" },
      { event: "granted" },
      { by: { id: "admin", name: "Somebody else" } },
      { by: { id: "other", name: decision.by?.name ?? "" } },
      { via: "command" },
      { purpose: "server-statistics" },
    ];
    for (const change of changes) {
      const changed = { ...whole, decisions: [{ ...decision, ...change }, ...rest] };
      expect(checkExport(changed)?.findings, JSON.stringify(change)).toEqual([
        { kind: "entry-changed", number: decision.number, id: decision.id },
      ]);
    }
    expect(checkExport({ ...whole, decisions: rest })?.findings).toEqual([
      { kind: "entry-missing", number: decision.number, id: decision.id },
    ]);
    const id = "00000000-0000-4000-8000-00000000abcd";
    const added = { ...whole, decisions: [{ ...decision, id }, ...whole.decisions] };
    expect(checkExport(added)?.findings).toEqual([{ kind: "entry-added", id }]);
  });

  test("whose log tells another end of an attempt than its events is found", () => {
    const [sent, ...rest] = whole.transmissions;
    if (!sent) throw new Error("Nothing was sent.");
    for (const change of [{ outcome: "rejected" }, { status: 500 }, { size: 1 }]) {
      const changed = { ...whole, transmissions: [{ ...sent, ...change }, ...rest] };
      expect(checkExport(changed)?.findings).toEqual([
        { kind: "entry-changed", number: sent.number, id: sent.id },
      ]);
    }
  });

  test("that was rewritten as a whole fits itself, and no head that was kept before", () => {
    const [, second] = events;
    if (!second) throw new Error("There is one event alone.");
    const forged = rewritten(
      events.with(1, {
        ...second,
        event: { ...second.event, migrated: true },
      }),
    );

    expect(checkExport(forged)?.findings).toEqual([]);
    expect(checkExport(forged, headAt(1))?.head).toBe("goes-on");
    expect(checkExport(forged, headAt(2))?.head).toBe("rewritten");
    expect(checkExport(forged, headAt(events.length))?.head).toBe("rewritten");
    expect(checkExport(forged, { ...headAt(2), epoch: "another" })?.head).toBe(
      "restored",
    );
  });
});
