import { parsePayloadKind, payloadKindHeader } from "../../../contract/payloadKind.ts";
import { digest } from "../../../payload/digest.ts";
import { readPayloadBytes } from "../../../testing/suite/panelReading.ts";
import { consentAndReceive, untilState } from "../consentAndReceive.ts";
import { expectReceived } from "../expectReceived.ts";
import { readLog } from "../readLog.ts";
import { eachPseudonymous, eachSending, reportPath } from "../sendingPurposes.ts";
import { textDifference } from "../textDifference.ts";
import type { WireRule } from "../wireRule.ts";

/** What becomes of a report that the vendor does not take. */
export const failureRules: readonly WireRule[] = [
  {
    id: "wire-retry",
    title: "What got 503 waits as it is, is shown, logged, and sent again byte for byte",
    section: "docs/test-panel.md#failures",
    remedy:
      "Keep the body in the queue until it is accepted, serve it as the payload (Klartext-Payload: queued), and send it again after a while; never make it anew.",
    async check(wire, context) {
      await eachSending(wire, context, async (activity) => {
        const { id } = activity;
        let attempts = 0;
        const { report, mark } = await consentAndReceive(wire, context, activity, () => {
          attempts += 1;
          return { status: attempts === 1 ? 503 : 202 };
        });
        const own = await digest(new Uint8Array(report.body));
        const entry = await wire.waitFor(
          `${id}: an entry of the log with the digest ${own}, rejected, 503.`,
          async () =>
            (await readLog(context, () => true)).find(
              (one) => one.digest === own && one.status === 503,
            ),
        );
        expectReceived(entry.outcome === "rejected", `rejected; it is ${entry.outcome}.`);
        if (wire.arrivalsSince(mark, reportPath(activity)).length === 1) {
          const waiting = await readPayloadBytes(context, id);
          const kind = parsePayloadKind(waiting.headers.get(payloadKindHeader));
          const found = textDifference(report.text, waiting.text);
          // It may have been sent again while it was read.
          if (wire.arrivalsSince(mark, reportPath(activity)).length === 1) {
            expectReceived(
              kind === "queued",
              `${payloadKindHeader}: queued; it is ${kind}.`,
            );
            expectReceived(found === undefined, `${id}: the body that waits; ${found}.`);
          }
        }
        const again = await wire.waitFor(
          `${id}: the report once more after 503.`,
          () => wire.arrivalsSince(mark, reportPath(activity))[1],
        );
        const found = textDifference(report.text, again.text);
        expectReceived(found === undefined, `${id}: the same bytes as before; ${found}.`);
      });
    },
  },
  {
    id: "wire-redirect",
    title: "A redirect of the vendor's is not followed",
    section: "docs/test-panel.md#failures",
    remedy:
      "Turn redirects off in your HTTP client: the data would go where nobody was told.",
    async check(wire, context) {
      await eachSending(wire, context, async (activity) => {
        const elsewhere = "/v1/elsewhere";
        const { mark } = await consentAndReceive(wire, context, activity, () => ({
          status: 307,
          headers: { Location: `${wire.receiver.url}${elsewhere}` },
        }));
        await wire.waitFor(
          `${activity.id}: an entry of the log with the status 307.`,
          async () =>
            (await readLog(context, () => true)).find(
              ({ purpose, status }) => purpose === activity.id && status === 307,
            ),
        );
        const followed = wire.arrivalsSince(mark, elsewhere).length;
        expectReceived(followed === 0, `No request to ${elsewhere}; ${followed} came.`);
      });
    },
  },
  {
    id: "wire-gone",
    title: "After 410 the purpose stops, and says so, until somebody decides anew",
    section: "docs/test-panel.md#failures",
    remedy:
      "At 410 drop what waits, and tell activity.suspended refused-by-vendor and effective false.",
    async check(wire, context) {
      await eachPseudonymous(wire, context, async (activity) => {
        const { id } = activity;
        const gone = () => ({ status: 410 });
        const { mark } = await consentAndReceive(wire, context, activity, gone);
        await untilState(
          wire,
          context,
          id,
          "suspended refused-by-vendor, and effective false, after 410.",
          (state) =>
            state.activity.suspended === "refused-by-vendor" && !state.activity.effective,
        );
        await wire.waitQuietly();
        const came = wire.arrivalsSince(mark, reportPath(activity)).length;
        expectReceived(
          came === 1,
          `${id}: nothing more after 410; ${came - 1} more came.`,
        );
      });
    },
  },
];
