import { digest } from "../../../payload/digest.ts";
import { readPurpose } from "../../../testing/suite/panelReading.ts";
import { consentAndReceive } from "../consentAndReceive.ts";
import { expectReceived } from "../expectReceived.ts";
import { headerMismatches } from "../headerMismatches.ts";
import { readLog } from "../readLog.ts";
import { eachSending, reportPath } from "../sendingPurposes.ts";
import { textDifference } from "../textDifference.ts";
import type { WireRule } from "../wireRule.ts";

/** What arrives is what was shown, and what the log keeps. */
export const reportRules: readonly WireRule[] = [
  {
    id: "wire-report-arrives",
    title: "A report arrives once, by POST at the address that the transport facts name",
    section: "docs/test-panel.md#what-arrives",
    remedy:
      "Send to the vendor's address of your settings, and tell the very same as transport.url. What was accepted is not sent again.",
    async check(wire, context) {
      await eachSending(wire, context, async (activity) => {
        const { report, mark } = await consentAndReceive(wire, context, activity);
        const { transport } = await readPurpose(context, activity.id);
        await wire.waitQuietly();
        const came = wire.arrivalsSince(mark, reportPath(activity)).length;
        expectReceived(came === 1, `${activity.id}: one report; ${came} came.`);
        const { receiver } = wire;
        expectReceived(
          report.method === transport?.method &&
            `${receiver.url}${report.target}` === transport.url,
          `${transport?.method} ${transport?.url}, as the transport facts say; what arrived is ${report.method} ${receiver.url}${report.target}.`,
        );
      });
    },
  },
  {
    id: "wire-bytes-shown",
    title: "The bytes that arrive are those that were shown, with the UUID in its place",
    section: "docs/test-panel.md#what-arrives",
    remedy:
      "Make the payload that is shown and the body that is sent by one function, and add nothing on the way.",
    async check(wire, context) {
      const monthly = context.activities.filter(({ schedule }) => schedule === "monthly");
      await eachSending(wire, { activities: monthly }, async (activity) => {
        const { report, expected = "" } = await consentAndReceive(
          wire,
          context,
          activity,
        );
        const found = textDifference(expected, report.text);
        expectReceived(
          found === undefined,
          `${activity.id}: the bytes that were shown; ${found}.`,
        );
      });
    },
  },
  {
    id: "wire-headers",
    title: "A request carries the headers that the transport facts name, and no other",
    section: "docs/test-panel.md#what-arrives",
    remedy:
      "Turn off what your HTTP client adds by itself (User-Agent, Accept, Accept-Encoding), or tell it in transport.headers: people are shown that list.",
    async check(wire, context) {
      await eachSending(wire, context, async (activity) => {
        const { report } = await consentAndReceive(wire, context, activity);
        const { transport } = await readPurpose(context, activity.id);
        const found = headerMismatches(report, transport?.headers ?? {});
        expectReceived(
          found.length === 0,
          `The headers of transport.headers, and Content-Length; ${found.join("; ")}.`,
        );
      });
    },
  },
  {
    id: "wire-content-digest",
    title: "Content-Type is application/json, and Content-Digest is that of the body",
    section: "docs/test-panel.md#what-arrives",
    remedy:
      "Send Content-Digest: sha-256=:<base64 of the SHA-256 of the body>: (RFC 9530), of the very bytes.",
    async check(wire, context) {
      await eachSending(wire, context, async (activity) => {
        const { report } = await consentAndReceive(wire, context, activity);
        const value = (name: string) =>
          report.headers.find(([one]) => one.toLowerCase() === name)?.[1];
        const own = await digest(new Uint8Array(report.body));
        const type = value("content-type");
        const stated = value("content-digest");
        expectReceived(
          type === "application/json",
          `Content-Type: application/json; it is ${type}.`,
        );
        expectReceived(stated === own, `Content-Digest: ${own}; it is ${stated}.`);
      });
    },
  },
  {
    id: "wire-bytes-logged",
    title:
      "The log keeps the bytes that arrived, their size, digest, address and outcome",
    section: "docs/test-panel.md#the-log",
    remedy:
      "Write the attempt down before you connect, with the very bytes that you send.",
    async check(wire, context) {
      await eachSending(wire, context, async (activity) => {
        const { report } = await consentAndReceive(wire, context, activity);
        const own = await digest(new Uint8Array(report.body));
        const entry = await wire.waitFor(
          `${activity.id}: an entry of the log with the digest ${own} and the outcome accepted.`,
          async () =>
            (await readLog(context, () => true)).find(
              (one) => one.digest === own && one.outcome === "accepted",
            ),
        );
        const told = `${entry.kind} ${entry.method} ${entry.url} ${entry.size} ${entry.status}`;
        const came = `report ${report.method} ${wire.receiver.url}${report.target} ${report.body.byteLength} ${report.status()}`;
        expectReceived(told === came, `An entry that says ${came}; it says ${told}.`);
        const { activity: after, transport } = await readPurpose(context, activity.id);
        expectReceived(
          after.lastSentAt !== null,
          "lastSentAt, once a report was accepted.",
        );
        const tls = transport?.lastAttempt?.tls;
        expectReceived(tls === "verified", `lastAttempt with verified; it is ${tls}.`);
        const kept = await context.get(`/transmissions/${entry.id}/body`);
        const found = textDifference(report.text, kept.text);
        expectReceived(
          kept.status === 200 && found === undefined,
          `The bytes of the entry, as they arrived; status ${kept.status}, ${found}.`,
        );
      });
    },
  },
];
