import { change, type Loose, type Plant } from "../../faultyPanel/faults.ts";
import type { Mistake } from "../../mistake.ts";
import { changesJson, decodeText, encodeText, minified } from "./servesBytes.ts";

/** Sends other reports than are shown. */
const sends = (to: (text: string) => string): Plant =>
  change(({ put, ...rest }) => ({
    ...rest,
    ...(put && {
      put: put.map((item) =>
        (item.data as Loose).kind === "report"
          ? { ...item, bytes: encodeText(to(decodeText(item.bytes))) }
          : item,
      ),
    }),
  }));

/** What is sent is not what is shown. */
export const sentUnlikeShown: readonly Mistake[] = [
  {
    id: "leaf-only-in-sent",
    sentence: "A report has a value that the payload does not show",
    plant: sends(changesJson((value) => ({ ...value, hostname: "srv1" }))),
  },
  {
    id: "leaf-deep-in-sent",
    sentence: "A report has a value deep in it that the payload does not show",
    plant: sends(
      changesJson((value) => ({
        ...value,
        distribution: { ...value.distribution, kernel: "6.1" },
      })),
    ),
  },
  {
    id: "value-other-in-sent",
    sentence: "A report tells another version than the payload shows",
    plant: sends(changesJson((value) => ({ ...value, version: "9.9.9" }))),
  },
  {
    id: "sent-minified",
    sentence: "A report is written otherwise than the payload shows",
    plant: sends(minified),
  },
  {
    id: "sent-in-other-order",
    sentence: "A report has its values in another order than the payload shows",
    plant: sends(
      changesJson((value) => Object.fromEntries(Object.entries(value).reverse())),
    ),
  },
  {
    id: "leaf-only-on-the-wire",
    sentence: "What leaves has a value that neither payload nor log shows",
    plant: () => ({ wire: changesJson((value) => ({ ...value, hostname: "srv1" })) }),
  },
];
