import { readPayload } from "../../../payload/readPayload.ts";
import { serializePayload } from "../../../payload/serializePayload.ts";
import { consentTimes } from "../consentTimes.ts";
import { expectReceived } from "../expectReceived.ts";
import { randomUuidsIn } from "../randomUuids.ts";
import { reportPath, reportsOf } from "../sendingPurposes.ts";
import { erasuresPath } from "../vendorAnswers.ts";
import type { WireRule } from "../wireRule.ts";

/** So long a connection may have been under way when a withdrawal was answered, in milliseconds. */
const underWay = 250;

/** What holds of everything that arrived while the panel was tested. */
export const arrivalRules: readonly WireRule[] = [
  {
    id: "wire-only-with-consent",
    title: "Nothing connects before consent, and every report came while it stood",
    section: "docs/test-panel.md#nothing-without-consent",
    remedy:
      "Read the decision in the transaction that begins an attempt, and never connect in order to check.",
    async check(wire, context) {
      const { arrivals, connections } = wire.receiver;
      const { writes } = wire.watch;
      const first = Math.min(
        ...writes.filter(({ status }) => status === "granted").map(({ began }) => began),
      );
      const erasing = arrivals
        .filter(({ target }) => target === erasuresPath)
        .map(({ connection }) => connection);
      const early = connections.filter(
        ({ at, number }) => at < first && !erasing.includes(number),
      );
      expectReceived(
        early.length === 0,
        `No connection before consent; ${early.length} came.`,
      );
      for (const activity of context.activities) {
        const times = consentTimes(writes, activity.id);
        const outside = reportsOf(arrivals, activity).filter(
          ({ connectedAt }) =>
            !times.some(
              ({ from, until }) => connectedAt >= from && connectedAt <= until + underWay,
            ),
        );
        expectReceived(
          outside.length === 0,
          `${activity.id}: reports while consent stands alone; ${outside.length} came without.`,
        );
      }
    },
  },
  {
    id: "wire-disclosed",
    title: "Everything that arrived is what the policy discloses, as it is shown",
    section: "docs/test-panel.md#what-arrives",
    remedy: "Send the bytes of the one serializer, and no value that no item discloses.",
    async check(wire, context) {
      for (const activity of context.activities) {
        for (const { body, text } of reportsOf(wire.receiver.arrivals, activity)) {
          const reading = readPayload(new Uint8Array(body), activity.schema);
          expectReceived(reading.status === "readable", `${activity.id}: JSON in UTF-8.`);
          const places = reading.places.filter(({ status }) => status !== "disclosed");
          const named = places.map(
            ({ path, status }) => `${path.join(".")} is ${status}`,
          );
          expectReceived(
            named.length === 0,
            `${activity.id}: disclosed values alone; ${named.join(", ")}.`,
          );
          expectReceived(
            text === serializePayload(JSON.parse(text)),
            `${activity.id}: one value a line, as the payload is shown.`,
          );
          const uuids = randomUuidsIn(text).length;
          const isPseudonymous = activity.identification === "pseudonym";
          expectReceived(
            uuids === (isPseudonymous ? 1 : 0),
            `${activity.id}: ${isPseudonymous ? "one random UUID" : "no UUID"}; there are ${uuids}.`,
          );
        }
      }
      const known = [erasuresPath, ...context.activities.map(reportPath)];
      const strange = wire.receiver.arrivals.find(
        ({ target }) => !known.includes(target),
      );
      expectReceived(
        strange === undefined,
        `Requests to ${known.join(", ")} alone; one came to another path.`,
      );
    },
  },
];
