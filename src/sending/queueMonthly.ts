import {
  enqueueMonthly,
  isMonthlyDue,
  postponeMonthly,
} from "../panel/rules/enqueueReport.ts";
import { maxJitterMs } from "../panel/rules/schedule.ts";
import type { StoreReading } from "../panel/store/panelStore.ts";
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
  const { store, payloads, lockOf, revision, uuid, random, attempt } = context;
  const { id } = activity;
  const isDue = (at: Parameters<typeof isMonthlyDue>[0]) =>
    isMonthlyDue(at, { revision, lock: lockOf(id, at) });
  const purpose = reading.purposes[id];
  if (!purpose || !isDue({ ...reading, state: purpose.state })) return;

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
        isDue(snapshot) ? postponeMonthly(snapshot) : { result: "not-now" as const },
      );
    }
    const facts = { activity, uuid, revision, value: told.value };
    const jitterMs = Math.floor(random() * maxJitterMs);
    const queued = await store.change(id, (snapshot) =>
      enqueueMonthly(snapshot, { ...facts, jitterMs, lock: lockOf(id, snapshot) }),
    );
    if (queued === "undisclosed") {
      report(new Error(`A report of ${id} is not what the policy discloses.`));
    }
  });
}
