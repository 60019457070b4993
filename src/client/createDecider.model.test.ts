import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { type Step, steps } from "../../test/support/decidingSteps.ts";
import { memoryStorage } from "../../test/support/memoryStorage.ts";
import type { Decision } from "../contract/decision.ts";
import { createContract } from "../contract/index.ts";
import type { PurposeState, Viewer } from "../contract/purposeState.ts";
import { digestText } from "../payload/index.ts";
import { policyInForce } from "../policy/demo/referencePolicy.ts";
import { type Policy, policyText } from "../policy/index.ts";
import { createFakePanel, type FakePanel, people } from "../testing/index.ts";
import { createClient } from "./createClient.ts";
import { createDecider } from "./createDecider.ts";
import { keepWithdrawal } from "./storedWithdrawal.ts";
import { switchState } from "./switchState.ts";
import { isOpen, isWithdrawalWished } from "./wish.ts";
import { withDecision } from "./withDecision.ts";

const purpose = "server-statistics";

const policy = policyInForce("2025-07-24");

const revised = policyInForce("2026-03-01");

const digests = new Map<Policy, string>();

for (const one of [policy, revised]) {
  digests.set(one, await digestText(policyText(one, "de")));
}

/** The time limits of all requests; a step lets them run out. */
const limits = new Set<AbortController>();

function runOut(): void {
  for (const limit of limits) limit.abort(new DOMException("Too late.", "TimeoutError"));
  limits.clear();
}

/** Lets all that can go on without the outside go on. */
async function settle(note: () => void): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) {
    await new Promise((done) => setImmediate(done));
    note();
  }
}

/** A page without pixels: what it has read, its wish, and what it would show. */
async function openPage(
  panel: FakePanel,
  storage: Storage,
  viewer: Viewer,
  note: () => void,
  person: () => Viewer | null,
  inForce: () => Policy,
) {
  /** Whether the next DELETE is the one that the person's own act sends at once. */
  let isAct = false;
  let sentForAnother = 0;
  /** Who was signed in when the page read the state last: nobody knows who is by now. */
  let asked: string | undefined;
  const client = createClient(createContract(revised), {
    fetch: async (...request) => {
      if (/\/purposes(\?|$)/.test(String(request[0]))) asked = person()?.id;
      if (request[1]?.method === "DELETE") {
        if (!isAct && asked !== viewer.id) sentForAnother += 1;
        isAct = false;
      }
      const answer = panel.fetch(...request);
      for (let turn = 0; turn < 20; turn += 1) {
        await null;
        note();
      }
      return answer;
    },
  });
  let reading: PurposeState | undefined;
  const readAgain = async () => {
    try {
      const { purposes } = await client.getPurposes();
      reading = purposes[purpose];
    } catch {
      return;
    }
  };
  const waiting = new Set<() => void>();
  const decider = createDecider({
    client,
    purpose,
    kept: keepWithdrawal("/api/privacy", purpose, undefined, { local: storage }),
    wait: () => new Promise((resolve) => waiting.add(resolve)),
    now: () => new Date("2026-11-22T08:00:00Z"),
    readAgain,
    onAnswer: (decision) => {
      if (reading) reading = withDecision(reading, decision);
      void readAgain();
    },
  });
  void decider.resume(viewer.id);
  await readAgain();
  return {
    viewer,
    decider,
    readAgain,
    reading: () => reading,
    sentForAnother: () => sentForAnother,
    /** The next attempts are due. */
    goOn: () => {
      const due = [...waiting];
      waiting.clear();
      for (const resolve of due) resolve();
    },
    decide: async (decision: "granted" | "refused") => {
      const payload = await client.getPayload(purpose).catch(() => undefined);
      if (!payload || !reading) return;
      const shown = inForce();
      const textDigest = digests.get(shown) ?? "";
      const seen = { revision: shown.revision.id, language: "de", textDigest } as const;
      const request =
        decision === "granted"
          ? { decision, ...seen, payloadDigest: payload.check.digest }
          : { decision, ...seen };
      void decider.decide(reading.decision.sequence, request);
    },
    withdraw: () => {
      if (!reading || decider.snapshot().wish.kind === "withdrawing") return;
      isAct = true;
      void decider.withdraw(reading.decision.sequence, viewer.id);
    },
  };
}

/** What a panel has ever had, to check what a page says against. */
function watch(panel: FakePanel): {
  readonly had: Set<string>;
  readonly note: () => void;
} {
  const had = new Set<string>();
  const key = ({ status, sequence }: Decision) => `${status} ${sequence}`;
  return {
    had,
    note: () => {
      const found = panel.state().purposes[purpose];
      if (found) had.add(key(found.decision));
    },
  };
}

async function live(history: readonly Step[]): Promise<void> {
  const panel = createFakePanel({ policy });
  const storage = memoryStorage();
  const { had, note } = watch(panel);
  const faultsSet: { release: () => void; remove: () => void }[] = [];
  let signedIn: Viewer | null = people.admin;
  let shownPolicy = policy;
  let line: { remove: () => void } | undefined;
  note();
  let page = await openPage(
    panel,
    storage,
    people.admin,
    note,
    () => signedIn,
    () => shownPolicy,
  );

  const check = () => {
    note();
    expect(page.sentForAnother()).toBe(0);
    const reading = page.reading();
    if (!reading) return;
    const { decision } = reading;
    expect([...had]).toContain(`${decision.status} ${decision.sequence}`);
    const state = switchState(
      reading,
      page.viewer,
      page.decider.snapshot().wish,
      undefined,
    );
    if (isWithdrawalWished(page.decider.snapshot().wish))
      expect(state.checked).toBe(false);
    if (state.checked) expect(decision.status).toBe("granted");
  };

  for (const step of history) {
    switch (step.act) {
      case "grant":
        await page.decide("granted");
        break;
      case "double":
        await page.decide("granted");
        await page.decide("granted");
        break;
      case "refuse":
        await page.decide("refused");
        break;
      case "withdraw":
        page.withdraw();
        check();
        break;
      case "dismiss":
        page.decider.dismiss();
        break;
      case "other":
        note();
        try {
          panel.decideAs(people.admin2, purpose, step.what);
        } catch {
          break;
        }
        break;
      case "sign":
        signedIn = step.who === "nobody" ? null : people[step.who];
        panel.actAs(signedIn);
        break;
      case "lock":
        panel.lock(step.on ? "do-not-track" : null);
        break;
      case "fault":
        faultsSet.push(
          panel.fault({ ...step.fault, on: ({ method }) => method !== "GET", times: 1 }),
        );
        break;
      case "offline":
        line?.remove();
        line = step.on
          ? panel.fault({ type: "dropped", moment: "request", times: 1_000 })
          : undefined;
        break;
      case "timeout":
        runOut();
        break;
      case "revise":
        panel.revise(revised);
        note();
        break;
      case "reload":
        shownPolicy = panel.state().policy === revised ? revised : policy;
        page.decider.close();
        page = await openPage(
          panel,
          storage,
          signedIn ?? page.viewer,
          note,
          () => signedIn,
          () => shownPolicy,
        );
        break;
      case "settle":
        page.goOn();
        await settle(note);
        await page.readAgain();
        break;
    }
    check();
  }

  // The outside recovers; whatever is on its way arrives.
  line?.remove();
  panel.clearFaults();
  runOut();
  for (const fault of faultsSet) fault.remove();
  signedIn = page.viewer;
  panel.actAs(signedIn);
  panel.lock(null);
  for (let turn = 0; turn < 6; turn += 1) {
    await settle(note);
    page.goOn();
    check();
  }
  await settle(note);
  await page.readAgain();
  note();

  const wish = page.decider.snapshot().wish;
  expect(isOpen(wish)).toBe(false);
  expect(page.reading()?.decision).toEqual(panel.state().purposes[purpose]?.decision);
}

const runs = process.env.KLARTEXT_DEEP ? 20_000 : 500;

describe("a page over any history", () => {
  test("never names a state that the panel did not have, and at rest agrees with it", async () => {
    vi.spyOn(AbortSignal, "timeout").mockImplementation(() => {
      const limit = new AbortController();
      limits.add(limit);
      return limit.signal;
    });
    const history = fc.asyncProperty(steps, live).afterEach(() => limits.clear());
    await fc.assert(history, { numRuns: runs });
  }, 1_800_000);
});
