import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PurposeState } from "../../src/contract/purposeState.ts";
import { makeDatabase } from "./databases.ts";
import { makeFolder } from "./folder.ts";
import type { Noted } from "./noteWrites.ts";
import type { PostgresServer } from "./postgresServer.ts";
import { startReceiver } from "./receiver.ts";
import { personAt } from "./signIn.ts";
import { send, type TestPerson } from "./startTestPanel.ts";
import { startProcess } from "./storeProcess.ts";

/** What a replica says once it answers. */
export interface Whereabouts {
  readonly address: string;
  readonly pid: number;
}

/** What every request has that comes from a panel's own page. */
export const ownPage = { "Sec-Fetch-Site": "same-origin", Cookie: "" };

/** A database of a panel's own, a receiver, and what its replicas note. */
export async function layPanelOut(server: PostgresServer) {
  const url = await makeDatabase(server);
  const moments = join(await makeFolder({ "/moments": "" }), "moments");
  const receiver = await startReceiver();
  return {
    url,
    receiver,
    /** What every replica is started with. */
    env: { ...receiver.env, POSTGRES_URL: url, MOMENTS: moments },
    /** What the replicas noted, in the order in which they did. */
    noted: async (): Promise<readonly Noted[]> =>
      (await readFile(moments, "utf8"))
        .split("\n")
        .filter((line) => line.endsWith("}"))
        .map((line) => JSON.parse(line)),
  };
}

/** So long a send may take, where nothing is learned from its being short. */
const unhurried = { SEND_LIMIT_MS: "3000" };

/** Starts one process of a panel, which stays gone when it is killed. */
export async function startReplica(env: Readonly<Record<string, string>>) {
  const { said, kill } = await startProcess("test/support/runReplica.ts", {
    ...unhurried,
    ...env,
  });
  const { address, pid } = said as Whereabouts;
  const person = personAt(() => address, ownPage);
  return {
    ...{ pid, kill, person },
    read: (purpose: string) => readPurpose(person, purpose),
    queue: async (purpose: string, name: string): Promise<string> =>
      (await send(address, "POST", queuePath(purpose, name))).text,
    /** What it has reported so far. */
    failures: async (): Promise<readonly string[]> =>
      JSON.parse((await send(address, "GET", "/failures")).text),
  };
}

export type Replica = Awaited<ReturnType<typeof startReplica>>;

/** Where a replica queues a report that holds a name. */
export function queuePath(purpose: string, name: string): string {
  return `/queue?purpose=${purpose}&name=${name}`;
}

export async function readPurpose(
  person: TestPerson,
  purpose: string,
): Promise<PurposeState> {
  const { status, text } = await person.send("GET", "/purposes");
  if (status !== 200) throw new Error(`GET /purposes gave ${status}: ${text}`);
  return JSON.parse(text).purposes[purpose];
}
