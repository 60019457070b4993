import type { Deletion } from "../../contract/purposeState.ts";
import type { SuiteContext } from "../../testing/suite/index.ts";
import { untilState } from "./consentAndReceive.ts";
import { expectReceived } from "./expectReceived.ts";
import type { Wire } from "./wire.ts";

/** Waits until the newest deletion is confirmed, with the count that was answered for the UUID. */
export async function untilConfirmed(
  wire: Wire,
  context: SuiteContext,
  id: string,
  uuid: string | null,
): Promise<readonly Deletion[]> {
  const { activity } = await untilState(
    wire,
    context,
    id,
    "its last deletion confirmed.",
    (state) => state.activity.deletions[0]?.state === "confirmed",
  );
  const told = activity.deletions[0]?.deleted;
  const answered = wire.vendor.deletedOf(uuid ?? "");
  expectReceived(
    told === answered,
    `${id}: deleted ${answered}, as the vendor answered; it says ${told}.`,
  );
  return activity.deletions;
}
