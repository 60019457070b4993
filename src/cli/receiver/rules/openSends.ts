import { deleteDecision } from "../../../testing/suite/deciding/decisionRequests.ts";
import { withdrawConsent } from "../../../testing/suite/deciding/withdrawConsent.ts";
import { expectStatus } from "../../../testing/suite/expectations.ts";
import { readPurpose } from "../../../testing/suite/panelReading.ts";
import { arrivalAt, consentAndReceive, untilState } from "../consentAndReceive.ts";
import { expectReceived } from "../expectReceived.ts";
import { eachPseudonymous, eachSending } from "../sendingPurposes.ts";
import { erasuresPath } from "../vendorAnswers.ts";
import type { WireRule } from "../wireRule.ts";

/** A withdrawal answers within this, whatever the vendor does, in milliseconds. */
const answersWithin = 5_000;

/** What is on its way when consent is withdrawn. */
export const openSendRules: readonly WireRule[] = [
  {
    id: "wire-open-sends",
    title:
      "A send that hangs is told as open; withdrawing ends it, or says that it is open",
    section: "docs/test-panel.md#nothing-without-consent",
    remedy:
      "Count a send in activity.openSends from before you connect until its end is written down. At a withdrawal abort it, or answer 202 and go on counting it.",
    async check(wire, context) {
      await eachSending(wire, context, async (activity) => {
        const { id } = activity;
        const { report } = await consentAndReceive(wire, context, activity, () => "hang");
        await untilState(
          wire,
          context,
          id,
          "openSends 1 while the vendor does not answer.",
          (state) => state.activity.openSends === 1,
        );
        const answered = await deleteDecision(context, id);
        expectStatus(answered, 200, 202);
        const isLate = answered.took > answersWithin;
        expectReceived(
          !isLate,
          `An answer within 5 s; it took ${Math.round(answered.took)} ms.`,
        );
        const { activity: after } = await readPurpose(context, id);
        const isTold = answered.status === 202 && after.openSends > 0;
        if (!isTold) {
          await wire.waitFor(
            `${id}: the send that the vendor did not answer ended, or openSends and 202; openSends is ${after.openSends}, the status ${answered.status}.`,
            () => report.endedAt(),
            wire.quietMs,
          );
        }
        report.answer({ status: 202 });
      });
    },
  },
  {
    id: "wire-erasure-last",
    title: "An erasure leaves when no report of that UUID is open any more",
    section: "docs/test-panel.md#erasures",
    remedy: "Wait for the end of what is being sent before you ask the vendor to erase.",
    async check(wire, context) {
      await eachPseudonymous(wire, context, async (activity) => {
        const { id } = activity;
        const { report, mark } = await consentAndReceive(
          wire,
          context,
          activity,
          () => "hang",
        );
        await withdrawConsent(context, id);
        await wire.waitQuietly();
        const early = wire.arrivalsSince(mark, erasuresPath)[0];
        const end = report.endedAt();
        expectReceived(
          early === undefined || (end !== undefined && end <= early.at),
          `${id}: no erasure while a report of that UUID is open.`,
        );
        if (end === undefined) report.answer({ status: 202 });
        await arrivalAt(wire, mark, erasuresPath);
      });
    },
  },
];
