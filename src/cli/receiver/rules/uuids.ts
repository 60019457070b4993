import { NotTried } from "../../../testing/suite/index.ts";
import { withdrawAndSettle } from "../consentAndReceive.ts";
import { expectReceived } from "../expectReceived.ts";
import { randomUuidsIn } from "../randomUuids.ts";
import { readWholePanel } from "../readWholePanel.ts";
import { reportsOf } from "../sendingPurposes.ts";
import { erasuresPath } from "../vendorAnswers.ts";
import type { WireRule } from "../wireRule.ts";

/** What became of every UUID of the run, and where it stood. */
export const uuidRules: readonly WireRule[] = [
  {
    id: "wire-all-erased",
    title: "Every UUID that was sent is erased at the vendor, and never sent again",
    section: "docs/test-panel.md#erasures",
    remedy:
      "Keep a deletion for each UUID until the vendor has confirmed it, also when consent is given and withdrawn anew meanwhile.",
    async check(wire, context) {
      for (const { id } of context.activities) await withdrawAndSettle(wire, context, id);
      const pseudonymous = context.activities.filter(
        ({ identification }) => identification === "pseudonym",
      );
      const reports = pseudonymous.flatMap((one) =>
        reportsOf(wire.receiver.arrivals, one),
      );
      if (reports.length === 0) throw new NotTried("No report with a UUID arrived.");
      const erasures = wire.arrivalsSince(0, erasuresPath);
      for (const report of reports) {
        const [uuid = ""] = randomUuidsIn(report.text);
        const erased = erasures.filter(({ text }) => text.includes(uuid));
        const [first] = erased;
        expectReceived(
          first !== undefined,
          "An erasure of every UUID that arrived; one lacks.",
        );
        expectReceived(
          report.at < first.at,
          "No report with a UUID that was erased before.",
        );
      }
      const sent = new Set(reports.flatMap(({ text }) => randomUuidsIn(text)));
      const own = erasures.filter(({ text }) =>
        randomUuidsIn(text).some(
          (uuid) => sent.has(uuid) || wire.watch.pseudonyms.has(uuid),
        ),
      );
      const others = erasures.length - own.length;
      expectReceived(
        others === 0 || wire.loggedBefore.size > 0,
        `Erasures of UUIDs that were pseudonyms alone; ${others} name others.`,
      );
    },
  },
  {
    id: "wire-uuid-in-bodies-alone",
    title: "A UUID stands in bodies alone: in no address, header, list, receipt or error",
    section: "docs/test-panel.md#the-uuid",
    remedy:
      "Name entries, deletions and receipts by ids of their own, and take the UUID out of addresses, headers and messages.",
    async check(wire, context) {
      await readWholePanel(context);
      const { arrivals } = wire.receiver;
      const known = new Set([
        ...wire.watch.pseudonyms,
        ...arrivals.flatMap(({ text }) => randomUuidsIn(text)),
      ]);
      if (known.size === 0) throw new NotTried("There was no UUID in this run.");
      const holds = (text: string) => randomUuidsIn(text).some((uuid) => known.has(uuid));
      for (const { target, headers } of arrivals) {
        expectReceived(
          !holds(decode(target)),
          "No UUID in the address of a request to the vendor.",
        );
        const named = headers.find((header) => holds(header.join(": ")));
        expectReceived(
          named === undefined,
          `No UUID in a header; it stands in ${named?.[0]}.`,
        );
      }
      for (const [uuid, places] of wire.watch.places) {
        expectReceived(!known.has(uuid), `No UUID in ${places.slice(0, 3).join(", ")}.`);
      }
    },
  },
];

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
