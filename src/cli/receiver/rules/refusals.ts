import { expectStatus } from "../../../testing/suite/expectations.ts";
import { NotTried } from "../../../testing/suite/index.ts";
import { grant, prepare, put, withdraw } from "../../../testing/suite/writing/acts.ts";
import {
  agree,
  agreeAndReceive,
  eachSending,
  expectWire,
  reportPath,
  rest,
  untilState,
  withoutCrash,
} from "../sends.ts";
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
      for (const { id } of context.activities) await rest(wire, context, id);
      for (const { id, schedule } of context.activities) {
        const { etag, refusal } = await prepare(context, id);
        const connections = wire.receiver.connections.length;
        expectStatus(await put(context, id, etag, refusal), 200);
        if (schedule === "event") await wire.crash?.();
        await wire.quiet();
        const came = wire.receiver.connections.length - connections;
        expectWire(came === 0, `${id}: no connection after a refusal; ${came} came.`);
        // A refusal is not withdrawn, and the panel is left with nothing that stands.
        await grant(context, id);
        await withdraw(context, id);
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
        await rest(wire, context, activity.id);
        const mark = wire.mark();
        await wire.crash();
        await wire.quiet();
        await agree({ ...wire, crash: undefined }, context, activity);
        await wire.quiet();
        const came = wire.after(mark, reportPath(activity)).length;
        expectWire(came === 0, `${activity.id}: no report of it; ${came} came.`);
        await withdraw(context, activity.id);
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
        await agreeAndReceive(wire, context, activity, () => ({ status: 503 }));
        const { activity: waiting } = await untilState(
          wire,
          context,
          id,
          "a date of the next attempt (activity.nextAt) after 503.",
          (state) => state.activity.nextAt !== null && state.activity.openSends === 0,
        );
        await withdraw(context, id);
        const mark = wire.mark();
        const due = Date.parse(waiting.nextAt ?? "") - Date.now();
        await wire.quiet(Math.min(Math.max(due, 0), wire.limitMs) + wire.quietMs);
        const came = wire.after(mark, path).length;
        expectWire(came === 0, `${id}: no report after the withdrawal; ${came} came.`);
      });
    },
  },
];
