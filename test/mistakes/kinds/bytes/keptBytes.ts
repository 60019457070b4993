import { front, type Loose } from "../../faultyPanel/faults.ts";
import { jsonNow } from "../../faultyPanel/readNow.ts";
import { is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { minified, servesBytes } from "./servesBytes.ts";

/** Kept bytes are others than were shown or sent. */
export const keptBytes: readonly Mistake[] = [
  {
    id: "agreed-made-anew",
    sentence: "Agreed bytes are made anew from the payload of today",
    plant: front(async (hop) => {
      const answer = await hop.pass();
      if (!is.agreed(hop) || answer.status !== 200) return answer;
      const page: Loose = await jsonNow(hop, "/decisions");
      const id = hop.path.split("/")[2];
      const purpose = page.entries.find((entry: Loose) => entry.id === id)?.purpose;
      return purpose ? hop.pass({ path: `/purposes/${purpose}/payload` }) : answer;
    }),
  },
  {
    id: "agreed-minified",
    sentence: "Agreed bytes are written otherwise than they were shown",
    plant: servesBytes(is.agreed, minified),
  },
  {
    id: "sent-body-minified",
    sentence: "The body of an attempt is shown otherwise than it was sent",
    plant: servesBytes(is.sent, minified),
  },
];
