import {
  answers,
  confuses,
  front,
  type Loose,
  type Plant,
  problem,
  says,
  takes,
  tellsEntry,
} from "../../faultyPanel/faults.ts";
import { jsonNow, readNow } from "../../faultyPanel/readNow.ts";
import { all, is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";

const lacks = (event: string): Plant =>
  front(async (hop) => {
    const answer = await hop.pass();
    return is.receipt(hop) &&
      (await answer.clone().text()).includes(`"kt:event":"${event}"`)
      ? problem("not-found")
      : answer;
  });

/** There is no receipt where there must be one, or one where there is none. */
export const missingReceipts: readonly Mistake[] = [
  {
    id: "receipt-of-withdrawal-missing",
    sentence: "There is no receipt for a withdrawal",
    plant: lacks("withdrawn"),
  },
  {
    id: "receipt-of-refusal-missing",
    sentence: "There is no receipt for a refusal",
    plant: lacks("refused"),
  },
  {
    id: "receipt-of-deletion-missing",
    sentence: "There is no receipt for a deletion",
    plant: lacks("deletion-confirmed"),
  },
  {
    id: "receipts-missing",
    sentence: "There are no receipts",
    plant: says(is.receipt, () => problem("not-found")),
  },
  {
    id: "receipts-untold",
    sentence: "The history names no receipt",
    plant: tellsEntry(is.history, () => ({ receipt: null })),
  },
  {
    id: "receipt-for-request",
    sentence: "A deletion that was asked for has a receipt already",
    plant: tellsEntry(is.history, (one) =>
      one.event === "deletion-requested" ? { receipt: one.id } : {},
    ),
  },
  {
    id: "receipt-as-json",
    sentence: "A receipt is application/json",
    plant: answers(is.receipt, { headers: { "Content-Type": "application/json" } }),
  },
  {
    id: "receipt-of-unknown",
    sentence: "There is a receipt at any number",
    plant: front(async (hop) => {
      const answer = await hop.pass();
      if (!is.receipt(hop) || answer.status !== 404) return answer;
      const page: Loose = await jsonNow(hop, "/decisions");
      const found = page.entries.find((one: Loose) => one.receipt);
      return found ? hop.pass({ path: `/receipts/${found.receipt}` }) : answer;
    }),
  },
  {
    id: "receipt-after-gone",
    sentence: "The receipt of a grant goes with its bytes",
    plant: front(async (hop) => {
      const answer = await hop.pass();
      if (!is.receipt(hop) || answer.status !== 200) return answer;
      const gone = await readNow(hop, `/decisions/${hop.path.split("/")[2]}/payload`);
      return gone.status === 410 ? problem("gone") : answer;
    }),
  },
  {
    id: "receipt-for-own-eyes",
    sentence: "A receipt is found by the entry's number in capitals alone",
    plant: takes(
      all(is.receipt, ({ path }) => path.toLowerCase() === path),
      ({ path }) => ({ path: path.replace(/[a-f]/g, "0") }),
    ),
  },
  {
    id: "receipt-gone-for-unknown",
    sentence: "A receipt that never was is said to be gone",
    plant: confuses("not-found", "gone", is.receipt),
  },
];
