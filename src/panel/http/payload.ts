import { type PayloadKind, payloadKindHeader } from "../../contract/payloadKind.ts";
import { payloadBytes } from "../payloadBytes.ts";
import { shownPseudonym } from "../rules/checkGrant.ts";
import { readPurposeData } from "../rules/purposeData.ts";
import { waitingReports } from "../rules/waitingReports.ts";
import { sha256Digest } from "../sha256.ts";
import { bytesAnswer, contentTag } from "./answers.ts";
import type { SignedInHandler } from "./handler.ts";
import { readPayloadFact } from "./panelContext.ts";
import { purposeOf } from "./purposeOf.ts";
import { purposeReading } from "./purposeReading.ts";

/**
 * `GET /purposes/{purpose}/payload`: what waits to be sent, else what would be sent now,
 * else a sample. Sends nothing and makes no UUID.
 */
export const getPayload: SignedInHandler = async ({ context, parts }) => {
  const activity = purposeOf(context, parts);
  if ("problem" in activity) return activity;
  const reading = purposeReading(await context.store.read(), activity.id);
  const [queued] = waitingReports(reading);
  if (queued) return answerPayload("queued", queued.bytes);
  const payload = await readPayloadFact(context, activity.id);
  if (payload.status === "failed") throw payload.error;
  if (payload.status === "not-told") {
    return { problem: "not-available-here", detail: payload.detail };
  }
  const pseudonym = shownPseudonym(readPurposeData(reading.state));
  const kind = activity.schedule === "monthly" ? "next" : "sample";
  return answerPayload(kind, payloadBytes(payload.value, pseudonym));
};

function answerPayload(kind: PayloadKind, bytes: Uint8Array<ArrayBuffer>) {
  return bytesAnswer(bytes, {
    ETag: contentTag(`${kind} ${sha256Digest(bytes)}`),
    [payloadKindHeader]: kind,
  });
}
