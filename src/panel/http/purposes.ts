import type { Purposes } from "../../contract/createContract.ts";
import { describePurpose } from "../rules/describePurpose.ts";
import { jsonAnswer } from "./answers.ts";
import type { SignedInHandler } from "./handler.ts";
import { describeFacts } from "./panelContext.ts";
import { purposeReading } from "./purposeReading.ts";

/** `GET /purposes`: every purpose as of one moment. */
export const getPurposes: SignedInHandler = async ({ context, viewer }) => {
  const reading = await context.store.read();
  const purposes = context.contract.purposeIds.map((id) => [
    id,
    describePurpose(purposeReading(reading, id), describeFacts(context, id, reading)),
  ]);
  const { id, name, mayDecide } = viewer;
  return jsonAnswer({
    viewer: { id, name, mayDecide },
    store: reading.store,
    purposes: Object.fromEntries(purposes),
  } satisfies Purposes);
};
