import { digest } from "../../../payload/digest.ts";
import { deleteDecision } from "../../../testing/suite/deciding/decisionRequests.ts";
import { withdrawConsent } from "../../../testing/suite/deciding/withdrawConsent.ts";
import {
  expectJson,
  expectProblem,
  expectStatus,
} from "../../../testing/suite/expectations.ts";
import { readPurpose } from "../../../testing/suite/panelReading.ts";
import {
  arrivalAt,
  consentAndReceive,
  giveConsentShown,
  untilState,
} from "../consentAndReceive.ts";
import { untilConfirmed } from "../deletionsOf.ts";
import { expectReceived } from "../expectReceived.ts";
import { readLog } from "../readLog.ts";
import { eachPseudonymous, reportPath } from "../sendingPurposes.ts";
import { erasuresPath } from "../vendorAnswers.ts";
import type { WireRule } from "../wireRule.ts";

const section = "docs/test-panel.md#erasures";

/** What a panel tells of a deletion at the vendor, and what it keeps itself. */
export const deletionRules: readonly WireRule[] = [
  {
    id: "wire-deletion-confirmed",
    title:
      "A deletion is confirmed with the count that the vendor answered, and has a receipt",
    section,
    remedy:
      "Keep the count of the answer with the deletion (deleted), and add deletion-requested and deletion-confirmed to the history.",
    async check(wire, context) {
      await eachPseudonymous(wire, context, async ({ id, ...activity }) => {
        const { uuid } = await consentAndReceive(wire, context, { id, ...activity });
        await withdrawConsent(context, id);
        await untilConfirmed(wire, context, id, uuid);
        const { get, contract } = context;
        const { entries } = expectJson(await get("/decisions"), contract.decisions);
        const own = entries.filter(({ purpose }) => purpose === id);
        const since = own.slice(
          0,
          own.findIndex(({ event }) => event === "granted"),
        );
        for (const event of ["withdrawn", "deletion-requested", "deletion-confirmed"]) {
          const count = since.filter((one) => one.event === event).length;
          expectReceived(
            count === 1,
            `${id}: ${event} once in the history; ${count} times.`,
          );
        }
        const entry = since.find(({ event }) => event === "deletion-confirmed");
        expectStatus(await get(`/receipts/${entry?.id}`), 200);
      });
    },
  },
  {
    id: "wire-withdrawal-status",
    title: "A withdrawal answers 202 while the deletion is under way, and 200 after it",
    section,
    remedy:
      "Answer 202 as long as a send is open or a deletion is not confirmed, else 200.",
    async check(wire, context) {
      await eachPseudonymous(wire, context, async (activity) => {
        const { id } = activity;
        const { mark, uuid } = await consentAndReceive(wire, context, activity);
        wire.answer(erasuresPath, () => "hang");
        expectStatus(await deleteDecision(context, id), 202);
        const erasure = await arrivalAt(wire, mark, erasuresPath);
        expectStatus(await deleteDecision(context, id), 202);
        const { activity: open } = await readPurpose(context, id);
        const state = open.deletions[0]?.state;
        expectReceived(
          state === "under-way",
          `${id}: a deletion under-way; it is ${state}.`,
        );
        erasure.answer(wire.vendor.answer(erasure));
        wire.answerNormally(erasuresPath);
        await untilConfirmed(wire, context, id, uuid);
        expectStatus(await deleteDecision(context, id), 200);
      });
    },
  },
  {
    id: "wire-bodies-gone",
    title: "Once a deletion is confirmed no body of that UUID is kept",
    section,
    remedy:
      "Delete the bodies of reports and erasures with their UUID, answer 410 for them, and keep digest and size.",
    async check(wire, context) {
      await eachPseudonymous(wire, context, async (activity) => {
        const { report, mark, uuid } = await consentAndReceive(wire, context, activity);
        await withdrawConsent(context, activity.id);
        const erasure = await arrivalAt(wire, mark, erasuresPath);
        await untilConfirmed(wire, context, activity.id, uuid);
        const log = await readLog(context, () => true);
        for (const { body, target } of [report, erasure]) {
          const own = await digest(new Uint8Array(body));
          const entry = log.find((one) => one.digest === own);
          const kind = target === erasuresPath ? "erasure" : "report";
          expectReceived(
            entry?.kind === kind,
            `An entry of the kind ${kind} for ${target}.`,
          );
          expectReceived(entry.body === "deleted", `body deleted; it is ${entry.body}.`);
          expectProblem(await context.get(`/transmissions/${entry.id}/body`), "gone");
        }
      });
    },
  },
  {
    id: "wire-two-deletions",
    title:
      "Consent that is given and withdrawn anew loses no deletion that is still open",
    section,
    remedy: "Keep a deletion for each UUID, with a state and a count of its own.",
    async check(wire, context) {
      await eachPseudonymous(wire, context, async (activity) => {
        const { id } = activity;
        const first = await consentAndReceive(wire, context, activity);
        wire.answer(erasuresPath, () => ({ status: 503 }));
        await withdrawConsent(context, id);
        await arrivalAt(wire, first.mark, erasuresPath);
        const second = await giveConsentShown(wire, context, activity);
        await arrivalAt(wire, second.mark, reportPath(activity));
        await withdrawConsent(context, id);
        wire.answerNormally(erasuresPath);
        const { activity: after } = await untilState(
          wire,
          context,
          id,
          "two deletions, both confirmed.",
          ({ activity: { deletions } }) => {
            const newest = deletions.slice(0, 2);
            return (
              newest.length === 2 && newest.every((one) => one.state === "confirmed")
            );
          },
        );
        const told = after.deletions.slice(0, 2).map(({ deleted }) => deleted);
        const answered = [second, first].map(({ uuid }) =>
          wire.vendor.deletedOf(uuid ?? ""),
        );
        expectReceived(
          told.join() === answered.join(),
          `${id}: deleted ${answered.join(" and ")}, newest first; it says ${told.join(" and ")}.`,
        );
      });
    },
  },
];
