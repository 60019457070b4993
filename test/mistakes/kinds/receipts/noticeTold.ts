import { type Loose, type Plant, tells } from "../../faultyPanel/faults.ts";
import { jsonNow, readNow } from "../../faultyPanel/readNow.ts";
import { is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import {
  tellsReceipt,
  tellsReceiptProcess,
  tellsReceiptWithout,
} from "./tellsReceipt.ts";

const ofNotice = (to: (notice: Loose) => Loose): Plant =>
  tellsReceipt((receipt) =>
    receipt["dpv:hasNotice"]
      ? {
          "dpv:hasNotice": {
            ...receipt["dpv:hasNotice"],
            ...to(receipt["dpv:hasNotice"]),
          },
        }
      : {},
  );

/** A receipt has other words than were seen. */
export const noticeTold: readonly Mistake[] = [
  {
    id: "receipt-without-words",
    sentence: "A receipt has no words",
    plant: ofNotice(() => ({ "kt:text": undefined })),
  },
  {
    id: "receipt-without-notice",
    sentence: "A receipt does not say which text was seen",
    plant: tellsReceiptWithout("dpv:hasNotice"),
  },
  {
    id: "receipt-of-other-words",
    sentence: "The words of a receipt are not those of its digest",
    plant: ofNotice((notice) => ({ "kt:text": `${notice["kt:text"]} ` })),
  },
  {
    id: "receipt-of-current-words",
    sentence: "A receipt has the words of another language, with their digest",
    plant: tells(is.receipt, async (one, hop) => {
      const notice = one["dpv:hasNotice"];
      if (!notice) return one;
      const { digest, href } = (await jsonNow(hop, "/policy")).texts.en;
      const text = await (await readNow(hop, `/${href}`)).text();
      return {
        ...one,
        "dpv:hasNotice": { ...notice, "kt:digest": digest, "kt:text": text },
      };
    }),
  },
  {
    id: "receipt-of-other-language",
    sentence: "A receipt says another language than was seen",
    plant: ofNotice(() => ({ "dct:language": "en" })),
  },
  {
    id: "receipt-of-other-revision",
    sentence: "A receipt says another revision than was seen",
    plant: ofNotice(() => ({ "kt:revision": "2024-01-01" })),
  },
  {
    id: "receipt-without-title",
    sentence: "A receipt has no title of the purpose",
    plant: tellsReceiptProcess(() => ({ "dct:title": undefined })),
  },
  {
    id: "receipt-title-of-other-language",
    sentence: "The title in a receipt is not in the language that was seen",
    plant: tellsReceiptProcess(() => ({ "dct:title": "Crash reports" })),
  },
];
