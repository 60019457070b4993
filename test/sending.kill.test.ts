import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, onTestFailed, test } from "vitest";
import type { DecisionStatus, Deletion } from "../src/contract/index.ts";
import { despiteKills } from "./support/despiteKills.ts";
import { filesWith, makeFolder } from "./support/folder.ts";
import { startKillable } from "./support/killableProcess.ts";
import { createRandom, type Random } from "./support/random.ts";
import { forward, startReceiver } from "./support/receiver.ts";
import { personAt, signIn } from "./support/signIn.ts";
import { debian, decide, decisionPath } from "./support/startTestPanel.ts";
import { startVendorProcess } from "./support/vendorProcess.ts";

const statistics = "server-statistics";
const isDeep = Boolean(process.env.KLARTEXT_DEEP);
const runs = isDeep ? 100 : 5;
const seed = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);

/** What happens in a run, as far as the test sees it. */
const moments = [
  "grant sent",
  "grant answered",
  "report arrived",
  "report answered",
  "withdrawal sent",
  "withdrawal answered",
  "erasure arrived",
  "erasure answered",
] as const;
type Moment = (typeof moments)[number];

/** Both fall into a run always, whatever else does. */
const certain = ["withdrawal sent", "erasure arrived"] as const;

interface Plan {
  /** After this the withdrawal is sent. */
  readonly withdrawAfter: Moment;
  readonly kills: readonly {
    readonly who: "panel" | "vendor" | "both";
    readonly after: Moment;
    readonly ms: number;
  }[];
}

function makePlan({ next, pick, below }: Random): Plan {
  const kill = (after: Moment) => ({
    who: pick<"panel" | "vendor" | "both">(["panel", "vendor", "both"]),
    after,
    ms: pick([0, below(10), below(40)]),
  });
  return {
    withdrawAfter: pick(["grant answered", "report arrived", "report answered"]),
    kills: [kill(pick(certain)), ...(next() < 0.7 ? [kill(pick(moments))] : [])],
  };
}

async function startWorld() {
  const systemRoot = await makeFolder(debian({ nginx: "1.22.1-9+deb12u1" }));
  const [panelFolder, vendorFolder] = [await makeFolder(), await makeFolder()];
  const vendor = await startVendorProcess(vendorFolder);
  const receiver = await startReceiver();
  const panel = await startKillable<{ readonly address: string }>(
    "test/support/runHastyPanel.ts",
    {
      ...receiver.env,
      PORT: "0",
      KLARTEXT_DATA: panelFolder,
      KLARTEXT_SYSTEM_ROOT: systemRoot,
      CLOCK_BEGAN: String(Date.now()),
    },
  );
  return { panel, vendor, receiver, panelFolder, vendorFolder };
}

describe("panel and vendor, killed with SIGKILL", () => {
  test(`lose no deletion, send nothing after a withdrawal, and leave no trace (${runs} runs)`, {
    timeout: runs * 15_000,
  }, async () => {
    const random = createRandom(seed);
    const plans: Plan[] = [];
    onTestFailed(() => {
      console.error(`Repeat the plans with KILL_SEED=${seed}. The last one was:`);
      console.error(JSON.stringify(plans.at(-1)));
    });
    const { panel, vendor, receiver, panelFolder, vendorFolder } = await startWorld();
    const { headers } = await signIn((await panel.ready()).address, "admin");
    const pending = new Set<Promise<void>>();
    let reach = (_moment: Moment) => {};

    const answered: { path: string; id: string; connection: number; status: number }[] =
      [];
    receiver.setAnswer(async (request) => {
      const path = request.line.split(" ")[1] ?? "";
      const kind = path === "/v1/erasures" ? "erasure" : "report";
      const { id } = JSON.parse(String(request.body)) as { readonly id: string };
      reach(`${kind} arrived`);
      const answer = await forward(vendor.last(), request);
      const status = typeof answer === "string" ? 0 : answer.status;
      answered.push({ path, id, connection: request.connection, status });
      reach(`${kind} answered`);
      return answer;
    });

    const persist = <T>(act: (person: ReturnType<typeof personAt>) => Promise<T>) =>
      despiteKills(panel, (address) => act(personAt(() => address, headers)));
    const readPurpose = () =>
      persist(async (person) => {
        const { text } = await person.send("GET", "/purposes");
        return JSON.parse(text).purposes[statistics] as {
          readonly decision: { readonly status: DecisionStatus };
          readonly activity: {
            readonly pseudonym: string | null;
            readonly deletions: Deletion[];
          };
        };
      });

    /** Each UUID, and the last connection before its withdrawal was answered. */
    const marks = new Map<string, number>();
    /** Those whose deletion was asked for. */
    const erased: string[] = [];
    for (let run = 1; run <= runs; run += 1) {
      const plan = makePlan(random);
      plans.push(plan);
      const seen = new Set<Moment>();
      const waiting = new Map<Moment, () => void>();
      reach = (moment) => {
        if (seen.has(moment)) return;
        seen.add(moment);
        waiting.get(moment)?.();
        for (const { who, after, ms } of plan.kills) {
          if (after !== moment) continue;
          const kill = async () => {
            if (ms > 0) await wait(ms);
            if (who !== "vendor") panel.kill();
            if (who !== "panel") vendor.kill();
          };
          const done = kill().finally(() => pending.delete(done));
          pending.add(done);
        }
      };
      const reached = (moment: Moment) =>
        seen.has(moment)
          ? undefined
          : new Promise<void>((resolve) => waiting.set(moment, resolve));

      reach("grant sent");
      while ((await readPurpose()).decision.status !== "granted") {
        await persist((person) => decide(person, statistics, "granted"));
      }
      reach("grant answered");
      const id = (await readPurpose()).activity.pseudonym ?? "";
      await reached(plan.withdrawAfter);

      reach("withdrawal sent");
      const { status } = await persist((person) =>
        person.send("DELETE", decisionPath(statistics)),
      );
      marks.set(id, await receiver.mark());
      reach("withdrawal answered");
      expect([200, 202]).toContain(status);

      // Before a send began there is nothing to erase.
      let open = true;
      while (open) {
        const { deletions } = (await readPurpose()).activity;
        expect(deletions.length - erased.length).toBeOneOf([0, 1]);
        open = deletions.some(({ state }) => state !== "confirmed");
        if (open) await wait(10);
      }
      expect(await filesWith(panelFolder, id)).toEqual([]);
      expect(await filesWith(vendorFolder, id)).toEqual([]);

      await Promise.all(pending);
      const { decision, activity } = await readPurpose();
      if (activity.deletions.length > erased.length) erased.push(id);
      expect([decision.status, activity.pseudonym]).toEqual(["withdrawn", null]);
      expect(activity.deletions.filter(({ state }) => state !== "confirmed")).toEqual([]);
    }

    expect(marks.size).toBe(runs);
    for (const [id, mark] of marks) {
      const ofThis = answered.filter((request) => request.id === id);
      const reports = ofThis.filter(({ path }) => path !== "/v1/erasures");
      const confirmed = ofThis.some(
        ({ path, status }) => path === "/v1/erasures" && status === 200,
      );
      expect([id, confirmed]).toEqual([id, erased.includes(id)]);
      expect(reports.length === 0 || confirmed).toBe(true);
      expect(reports.filter(({ connection }) => connection > mark)).toEqual([]);
      expect(await filesWith(panelFolder, id)).toEqual([]);
      expect(await filesWith(vendorFolder, id)).toEqual([]);
    }
    const last = receiver.received.findLast(({ line }) => line.includes(statistics));
    if (last) {
      expect(await forward(await vendor.ready(), last)).toMatchObject({ status: 410 });
    }
  });
});
