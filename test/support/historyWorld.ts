import { setTimeout as wait } from "node:timers/promises";
import type { Deletion } from "../../src/contract/index.ts";
import { revisionIds } from "../../src/policy/demo/referencePolicy.ts";
import { despiteKills } from "./despiteKills.ts";
import { filesWith, makeFolder } from "./folder.ts";
import { startKillable } from "./killableProcess.ts";
import type { Random } from "./random.ts";
import { acceptAll, type ReceiverAnswer, startReceiver } from "./receiver.ts";
import { personAt, signIn } from "./signIn.ts";
import { debian, decide, decisionPath, type TestPerson } from "./startTestPanel.ts";

export const purposes = ["server-statistics", "crash-reports"] as const;
export type Purpose = (typeof purposes)[number];

interface PurposeView {
  readonly decision: { readonly status: string };
  readonly activity: {
    readonly effective: boolean;
    readonly pseudonym: string | null;
    readonly openSends: number;
    readonly deletions: readonly Deletion[];
  };
}

/** What must not leave any more, after the connection of that number. */
interface Withdrawn {
  readonly names: readonly string[];
  readonly connection: number;
}

/**
 * A panel in a process that is killed now and then, a receiver that fails now and then,
 * and what both are watched for: what leaves after a withdrawal, and what never arrives.
 */
export async function startHistoryWorld(random: Random) {
  const folder = await makeFolder();
  const systemRoot = await makeFolder(debian({ nginx: "1.22.1-9+deb12u1" }));
  const receiver = await startReceiver();
  const env: Record<string, string> = {
    ...receiver.env,
    ...{ PORT: "0", KLARTEXT_DATA: folder, KLARTEXT_SYSTEM_ROOT: systemRoot },
    CLOCK_BEGAN: String(Date.now()),
  };
  const panel = await startKillable<{ readonly address: string }>(
    "test/support/runHastyPanel.ts",
    env,
  );
  const { address: first } = await panel.ready();
  const people = [
    (await signIn(first, "admin")).headers,
    (await signIn(first, "admin2")).headers,
  ] as const;
  /** Pseudonyms and addresses of crashes, by what has arrived and was accepted. */
  const arrived = new Set<string>();
  /** What has to arrive while consent stands. */
  const owed: Record<Purpose, Set<string>> = {
    "server-statistics": new Set(),
    "crash-reports": new Set(),
  };
  const pseudonyms = new Set<string>();
  const crashes: string[] = [];
  const withdrawn: Withdrawn[] = [];
  let kills = 0;

  receiver.setAnswer(async (request): Promise<ReceiverAnswer> => {
    await wait(random.below(40));
    const chance = random.next();
    if (chance < 0.05) return "hang-up";
    if (chance < 0.1) return { status: 503 };
    const name = nameIn(request.body);
    if (!request.line.includes("erasures")) arrived.add(name);
    return acceptAll(request);
  });

  const persist = <T>(act: (person: TestPerson) => Promise<T>): Promise<T> => {
    const headers = people[random.below(2)] ?? people[0];
    return despiteKills(panel, (address) => act(personAt(() => address, headers)));
  };
  const read = (purpose: Purpose): Promise<PurposeView> =>
    persist(async (person) => {
      const { text } = await person.send("GET", "/purposes");
      return JSON.parse(text).purposes[purpose];
    });
  const until = async (
    purpose: Purpose,
    what: string,
    holds: (view: PurposeView) => boolean,
  ): Promise<PurposeView> => {
    let last: PurposeView | undefined;
    for (let tries = 0; tries < 1_500; tries += 1) {
      const view = await read(purpose);
      last = view;
      if (holds(view)) return view;
      await wait(10);
    }
    throw new Error(`${purpose}: ${what} did not come about: ${JSON.stringify(last)}`);
  };
  const forget = (purpose: Purpose) => owed[purpose].clear();

  return {
    kills: () => kills,
    grant: async (purpose: Purpose): Promise<void> => {
      const before = await read(purpose);
      await persist((person) => decide(person, purpose, "granted"));
      const { decision, activity } = await read(purpose);
      const { pseudonym } = activity;
      if (decision.status !== "granted" || pseudonym === null) return;
      if (before.activity.pseudonym === null) owed[purpose].add(pseudonym);
      pseudonyms.add(pseudonym);
    },
    refuse: async (purpose: Purpose): Promise<void> => {
      await persist((person) => decide(person, purpose, "refused"));
    },
    crash: async (): Promise<void> => {
      const address = `0x${(crashes.length + 0xa0000).toString(16)}`;
      crashes.push(address);
      if ((await panel.ask(address)) === "queued") owed["crash-reports"].add(address);
    },
    /** Withdraws, and notes from when on nothing of it may leave. */
    withdraw: async (purpose: Purpose): Promise<void> => {
      const { pseudonym } = (await read(purpose)).activity;
      forget(purpose);
      const { status } = await persist((person) =>
        person.send("DELETE", decisionPath(purpose)),
      );
      if (status !== 200 && status !== 202) throw new Error(`DELETE gave ${status}.`);
      await until(purpose, "no open send", ({ activity }) => activity.openSends === 0);
      const names = purpose === "crash-reports" ? [...crashes] : [pseudonym ?? ""];
      withdrawn.push({ names, connection: await receiver.mark() });
    },
    /** Kills the panel; the next has another revision or a lock, or neither. */
    kill: (): void => {
      kills += 1;
      const revision = random.pick([revisionIds[0], revisionIds[0], ...revisionIds]);
      // A grant that becomes outdated drops what waits.
      if (env.KLARTEXT_POLICY_REVISION !== revision) purposes.forEach(forget);
      env.KLARTEXT_POLICY_REVISION = revision;
      env.DO_NOT_TRACK = random.next() < 0.2 ? "1" : "0";
      panel.kill();
    },
    /** Resolves once what was agreed to has arrived; rejects for what is lost. */
    deliver: async (purpose: Purpose): Promise<void> => {
      const names = [...owed[purpose]];
      const isOver = () => names.every((name) => arrived.has(name));
      await until(
        purpose,
        `the delivery of ${names}`,
        ({ activity }) => !activity.effective || isOver(),
      );
    },
    /** Resolves once every deletion is confirmed. */
    erase: async (purpose: Purpose): Promise<void> => {
      await until(purpose, "the deletion", ({ activity }) =>
        activity.deletions.every(({ state }) => state === "confirmed"),
      );
    },
    /** The pseudonyms of withdrawn consent that a file still holds. */
    traces: async (): Promise<readonly string[]> => {
      const { pseudonym } = (await read("server-statistics")).activity;
      const gone = [...pseudonyms].filter((one) => one !== pseudonym);
      const held = await Promise.all(
        gone.map(async (one) => ((await filesWith(folder, one)).length > 0 ? [one] : [])),
      );
      return held.flat();
    },
    /** Reports that came on a connection made after their withdrawal was answered. */
    late: (): readonly string[] =>
      withdrawn.flatMap(({ names, connection }) =>
        receiver.received
          .filter(
            (request) =>
              request.connection > connection &&
              !request.line.includes("erasures") &&
              names.includes(nameIn(request.body)),
          )
          .map(({ body }) => nameIn(body)),
      ),
    /** How many reports arrived. */
    arrivals: () => arrived.size,
  };
}

/** The pseudonym of a body, or the address of its crash. */
function nameIn(body: Buffer): string {
  const { id, stackTrace } = JSON.parse(body.toString());
  return id ?? stackTrace.addresses[0].address;
}
