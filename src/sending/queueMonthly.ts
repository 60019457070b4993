import {
  enqueueMonthly,
  isMonthlyDue,
  postponeMonthly,
} from "../panel/rules/enqueueReport.ts";
import type { OtherReplicas } from "../panel/rules/otherReplicas.ts";
import { readPurposeData } from "../panel/rules/purposeData.ts";
import { maxJitterMs } from "../panel/rules/schedule.ts";
import type { Snapshot, StoreReading } from "../panel/store/panelStore.ts";
import type { ConsentActivity } from "../policy/policy.ts";
import type { SenderContext } from "./senderContext.ts";

/**
 * Queues a monthly report that is due. One that cannot be told, or is not what the policy
 * discloses, is not sent, and looked at again in an hour.
 */
export async function queueMonthly(
  reading: StoreReading,
  activity: ConsentActivity,
  context: SenderContext,
  report: (error: unknown) => void,
): Promise<void> {
  const { now, purposes } = reading;
  const { store, payloads, lockOf, isSuperseded, uuid, random, attempt } = context;
  const { id } = activity;
  const isDue = ({ state }: Pick<Snapshot, "state">, at: Date, others: OtherReplicas) =>
    !isSuperseded(others) && isMonthlyDue(readPurposeData(state), at, lockOf(id, others));
  const purpose = purposes[id];
  if (!purpose || !isDue(purpose, now, reading)) return;

  const read = async () => {
    try {
      return { value: await payloads.read(id) };
    } catch (error) {
      report(error);
      return undefined;
    }
  };
  const told = await read();
  await attempt(async () => {
    if (!told) {
      return store.change(id, (snapshot) =>
        isDue(snapshot, snapshot.now, snapshot)
          ? postponeMonthly(snapshot)
          : { result: "not-now" as const },
      );
    }
    const facts = { activity, uuid, value: told.value };
    const jitterMs = Math.floor(random() * maxJitterMs);
    const queued = await store.change(id, (snapshot) =>
      isSuperseded(snapshot)
        ? { result: "not-now" as const }
        : enqueueMonthly(snapshot, { ...facts, jitterMs, lock: lockOf(id, snapshot) }),
    );
    if (queued === "undisclosed") {
      report(new Error(`A report of ${id} is not what the policy discloses.`));
    }
  });
}
