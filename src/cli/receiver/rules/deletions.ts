import { digest } from "../../../payload/digest.ts";
import {
  expectJson,
  expectProblem,
  expectStatus,
} from "../../../testing/suite/expectations.ts";
import { readPurpose } from "../../../testing/suite/panelReading.ts";
import { remove, withdraw } from "../../../testing/suite/writing/acts.ts";
import { untilConfirmed } from "../deletionsOf.ts";
import { expectWire } from "../expectWire.ts";
import { readLog } from "../readLog.ts";
import { eachPseudonymous, reportPath } from "../sendingPurposes.ts";
import { agree, agreeAndReceive, arrivalAt, untilState } from "../sends.ts";
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
        const { uuid } = await agreeAndReceive(wire, context, { id, ...activity });
        await withdraw(context, id);
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
          expectWire(count === 1, `${id}: ${event} once in the history; ${count} times.`);
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
        const { mark, uuid } = await agreeAndReceive(wire, context, activity);
        wire.answer(erasuresPath, () => "hang");
        expectStatus(await remove(context, id), 202);
        const erasure = await arrivalAt(wire, mark, erasuresPath);
        expectStatus(await remove(context, id), 202);
        const { activity: open } = await readPurpose(context, id);
        const state = open.deletions[0]?.state;
        expectWire(state === "under-way", `${id}: a deletion under-way; it is ${state}.`);
        erasure.answer(wire.vendor.answer(erasure));
        wire.behave(erasuresPath);
        await untilConfirmed(wire, context, id, uuid);
        expectStatus(await remove(context, id), 200);
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
        const { report, mark, uuid } = await agreeAndReceive(wire, context, activity);
        await withdraw(context, activity.id);
        const erasure = await arrivalAt(wire, mark, erasuresPath);
        await untilConfirmed(wire, context, activity.id, uuid);
        const log = await readLog(context, () => true);
        for (const { body, target } of [report, erasure]) {
          const own = await digest(new Uint8Array(body));
          const entry = log.find((one) => one.digest === own);
          const kind = target === erasuresPath ? "erasure" : "report";
          expectWire(entry?.kind === kind, `An entry of the kind ${kind} for ${target}.`);
          expectWire(entry.body === "deleted", `body deleted; it is ${entry.body}.`);
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
        const first = await agreeAndReceive(wire, context, activity);
        wire.answer(erasuresPath, () => ({ status: 503 }));
        await withdraw(context, id);
        await arrivalAt(wire, first.mark, erasuresPath);
        const second = await agree(wire, context, activity);
        await arrivalAt(wire, second.mark, reportPath(activity));
        await withdraw(context, id);
        wire.behave(erasuresPath);
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
        expectWire(
          told.join() === answered.join(),
          `${id}: deleted ${answered.join(" and ")}, newest first; it says ${told.join(" and ")}.`,
        );
      });
    },
  },
];
