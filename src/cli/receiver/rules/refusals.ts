import { putDecision } from "../../../testing/suite/deciding/decisionRequests.ts";
import { giveConsent } from "../../../testing/suite/deciding/giveConsent.ts";
import { prepareDecision } from "../../../testing/suite/deciding/prepareDecision.ts";
import { withdrawConsent } from "../../../testing/suite/deciding/withdrawConsent.ts";
import { expectStatus } from "../../../testing/suite/expectations.ts";
import { NotTried } from "../../../testing/suite/index.ts";
import { readPurpose } from "../../../testing/suite/panelReading.ts";
import {
  arrivalAt,
  consentAndReceive,
  giveConsentShown,
  untilState,
  withdrawAndSettle,
} from "../consentAndReceive.ts";
import { expectReceived } from "../expectReceived.ts";
import { eachSending, reportPath, withoutCrash } from "../sendingPurposes.ts";
import type { WireRule } from "../wireRule.ts";

/** Nothing leaves without consent, then or later. */
export const refusalRules: readonly WireRule[] = [
  {
    id: "wire-refusal-sends-nothing",
    title: "A refusal sends nothing, and nothing connects",
    section: "docs/test-panel.md#nothing-without-consent",
    remedy:
      "Look at the decision, not at whether there is one, before anything is queued.",
    async check(wire, context) {
      for (const { id } of context.activities) await withdrawAndSettle(wire, context, id);
      for (const { id, schedule } of context.activities) {
        const { etag, refusal } = await prepareDecision(context, id);
        const connections = wire.receiver.connections.length;
        expectStatus(await putDecision(context, id, etag, refusal), 200);
        if (schedule === "event") await wire.crash?.();
        await wire.waitQuietly();
        const came = wire.receiver.connections.length - connections;
        expectReceived(came === 0, `${id}: no connection after a refusal; ${came} came.`);
        // A refusal is not withdrawn, and the panel is left with nothing that stands.
        await giveConsent(context, id);
        await withdrawConsent(context, id);
      }
    },
  },
  {
    id: "wire-consent-anew",
    title: "Consent that is given anew while it stands sends nothing, and keeps the UUID",
    section: "docs/test-panel.md#nothing-without-consent",
    remedy:
      "Bind anew to what was seen, and leave pseudonym and schedule as they are: the next report is due when it was.",
    async check(wire, context) {
      for (const activity of context.activities) {
        const { id } = activity;
        await withdrawAndSettle(wire, context, id);
        const { uuid, mark } = await giveConsentShown(
          { ...wire, crash: undefined },
          context,
          activity,
        );
        const path = reportPath(activity);
        if (activity.schedule === "monthly" && !wire.silent.has(id)) {
          await arrivalAt(wire, mark, path);
        }
        const before = wire.mark();
        await giveConsent(context, id);
        await wire.waitQuietly();
        const came = wire.arrivalsSince(before, path).length;
        expectReceived(
          came === 0,
          `${id}: no report at consent given anew; ${came} came.`,
        );
        const { activity: after } = await readPurpose(context, id);
        expectReceived(after.pseudonym === uuid, `${id}: the same UUID as before.`);
      }
    },
  },
  {
    id: "wire-event-without-consent",
    title: "What happens without consent is not reported, then or later",
    section: "docs/test-panel.md#nothing-without-consent",
    remedy: "Queue nothing without consent: what waits would leave with the next grant.",
    async check(wire, context) {
      const events = context.activities.filter(({ schedule }) => schedule === "event");
      if (events.length === 0) throw new NotTried("No purpose reports events.");
      if (!wire.crash) throw new NotTried(withoutCrash);
      for (const activity of events) {
        await withdrawAndSettle(wire, context, activity.id);
        const mark = wire.mark();
        await wire.crash();
        await wire.waitQuietly();
        await giveConsentShown({ ...wire, crash: undefined }, context, activity);
        await wire.waitQuietly();
        const came = wire.arrivalsSince(mark, reportPath(activity)).length;
        expectReceived(came === 0, `${activity.id}: no report of it; ${came} came.`);
        await withdrawConsent(context, activity.id);
      }
    },
  },
  {
    id: "wire-nothing-after-withdrawal",
    title: "What waits when consent is withdrawn never leaves",
    section: "docs/test-panel.md#nothing-without-consent",
    remedy:
      "Drop what is queued in the transaction of the withdrawal, and read the decision again before each attempt.",
    async check(wire, context) {
      await eachSending(wire, context, async (activity) => {
        const { id } = activity;
        const path = reportPath(activity);
        await consentAndReceive(wire, context, activity, () => ({ status: 503 }));
        const { activity: waiting } = await untilState(
          wire,
          context,
          id,
          "a date of the next attempt (activity.nextAt) after 503.",
          (state) => state.activity.nextAt !== null && state.activity.openSends === 0,
        );
        await withdrawConsent(context, id);
        const mark = wire.mark();
        const due = Date.parse(waiting.nextAt ?? "") - Date.now();
        await wire.waitQuietly(Math.min(Math.max(due, 0), wire.limitMs) + wire.quietMs);
        const came = wire.arrivalsSince(mark, path).length;
        expectReceived(
          came === 0,
          `${id}: no report after the withdrawal; ${came} came.`,
        );
      });
    },
  },
];
