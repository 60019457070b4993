import { withdrawConsent } from "../../../testing/suite/deciding/withdrawConsent.ts";
import { readPurpose } from "../../../testing/suite/panelReading.ts";
import { arrivalAt, consentAndReceive } from "../consentAndReceive.ts";
import { untilConfirmed } from "../deletionsOf.ts";
import { erasureBody } from "../expectedBodies.ts";
import { expectReceived } from "../expectReceived.ts";
import { headerMismatches } from "../headerMismatches.ts";
import { eachPseudonymous } from "../sendingPurposes.ts";
import { textDifference } from "../textDifference.ts";
import { erasuresPath } from "../vendorAnswers.ts";
import type { WireRule } from "../wireRule.ts";

const section = "docs/test-panel.md#erasures";

/** What was sent under a UUID is erased when consent is withdrawn. */
export const erasureRules: readonly WireRule[] = [
  {
    id: "wire-erasure",
    title:
      "A withdrawal asks the vendor to erase, with the UUID that was sent and nothing else",
    section,
    remedy:
      'POST {"id": …} to /v1/erasures, by the serializer of the payloads and with the same headers, once consent is withdrawn.',
    async check(wire, context) {
      await eachPseudonymous(wire, context, async (activity) => {
        const { mark, uuid } = await consentAndReceive(wire, context, activity);
        const { transport } = await readPurpose(context, activity.id);
        await withdrawConsent(context, activity.id);
        const erasure = await arrivalAt(wire, mark, erasuresPath);
        const found = textDifference(erasureBody(uuid ?? ""), erasure.text);
        const headers = headerMismatches(erasure, transport?.headers ?? {});
        expectReceived(erasure.method === "POST", `POST; it is ${erasure.method}.`);
        expectReceived(found === undefined, `The id that was sent, alone; ${found}.`);
        expectReceived(
          headers.length === 0,
          `The headers of a report; ${headers.join("; ")}.`,
        );
      });
    },
  },
  {
    id: "wire-erasure-again",
    title:
      "An erasure whose answer was lost is asked again, and confirmed with that count",
    section,
    remedy:
      "Ask again until the vendor has answered: it gives the first answer every time.",
    async check(wire, context) {
      await eachPseudonymous(wire, context, async (activity) => {
        const { mark, uuid } = await consentAndReceive(wire, context, activity);
        let asked = 0;
        wire.answer(erasuresPath, (arrival) => {
          const answer = wire.vendor.answer(arrival);
          asked += 1;
          return asked === 1 ? "cut" : answer;
        });
        await withdrawConsent(context, activity.id);
        const again = await wire.waitFor(
          `${activity.id}: the erasure once more, after its answer was lost.`,
          () => wire.arrivalsSince(mark, erasuresPath)[1],
        );
        const found = textDifference(erasureBody(uuid ?? ""), again.text);
        expectReceived(found === undefined, `The same bytes as before; ${found}.`);
        await untilConfirmed(wire, context, activity.id, uuid);
      });
    },
  },
];
