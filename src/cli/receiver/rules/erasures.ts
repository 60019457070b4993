import { expectJson } from "../../../testing/suite/expectations.ts";
import type { SuiteContext } from "../../../testing/suite/index.ts";
import { readPurpose } from "../../../testing/suite/panelReading.ts";
import { withdraw } from "../../../testing/suite/writing/acts.ts";
import { difference, erasureBody } from "../bodies.ts";
import { mismatches } from "../headerFacts.ts";
import {
  agreeAndReceive,
  arrivalAt,
  eachPseudonymous,
  expectWire,
  untilState,
} from "../sends.ts";
import { erasuresPath } from "../vendorAnswers.ts";
import type { Wire } from "../wire.ts";
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
        const { mark, uuid } = await agreeAndReceive(wire, context, activity);
        const { transport } = await readPurpose(context, activity.id);
        await withdraw(context, activity.id);
        const erasure = await arrivalAt(wire, mark, erasuresPath);
        const found = difference(erasureBody(uuid ?? ""), erasure.text);
        const headers = mismatches(erasure, transport?.headers ?? {});
        expectWire(erasure.method === "POST", `POST; it is ${erasure.method}.`);
        expectWire(found === undefined, `The id that was sent, alone; ${found}.`);
        expectWire(
          headers.length === 0,
          `The headers of a report; ${headers.join("; ")}.`,
        );
      });
    },
  },
  {
    id: "wire-deletion-confirmed",
    title:
      "A deletion is confirmed with the count that the vendor answered, and has a receipt",
    section,
    remedy:
      "Keep the count of the answer with the deletion (deleted), and add deletion-confirmed to the history.",
    async check(wire, context) {
      await eachPseudonymous(wire, context, async (activity) => {
        const { uuid } = await agreeAndReceive(wire, context, activity);
        await withdraw(context, activity.id);
        await confirmed(wire, context, activity.id, uuid);
        const { get, contract } = context;
        const { entries } = expectJson(await get("/decisions"), contract.decisions);
        const entry = entries.find(
          (one) => one.purpose === activity.id && one.event === "deletion-confirmed",
        );
        expectWire(entry !== undefined, "deletion-confirmed in the history.");
        const receipt = await get(`/receipts/${entry.id}`);
        expectWire(
          receipt.status === 200,
          `A receipt of deletion-confirmed; the status is ${receipt.status}.`,
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
        const { mark, uuid } = await agreeAndReceive(wire, context, activity);
        let asked = 0;
        wire.answer(erasuresPath, (arrival) => {
          const answer = wire.vendor.answer(arrival);
          asked += 1;
          return asked === 1 ? "cut" : answer;
        });
        await withdraw(context, activity.id);
        const again = await wire.until(
          `${activity.id}: the erasure once more, after its answer was lost.`,
          () => wire.after(mark, erasuresPath)[1],
        );
        const found = difference(erasureBody(uuid ?? ""), again.text);
        expectWire(found === undefined, `The same bytes as before; ${found}.`);
        await confirmed(wire, context, activity.id, uuid);
      });
    },
  },
];

async function confirmed(
  wire: Wire,
  context: SuiteContext,
  id: string,
  uuid: string | null,
): Promise<void> {
  const count = () => wire.vendor.deletedOf(uuid ?? "");
  const { activity } = await untilState(
    wire,
    context,
    id,
    "its last deletion confirmed.",
    (state) => state.activity.deletions[0]?.state === "confirmed",
  );
  const told = activity.deletions[0]?.deleted;
  expectWire(
    told === count(),
    `${id}: deleted ${count()}, as the vendor answered; it says ${told}.`,
  );
}
