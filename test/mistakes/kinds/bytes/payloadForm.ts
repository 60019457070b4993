import { is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { changesJson, servesBytes } from "./servesBytes.ts";

/** A payload is written otherwise than the serializer does. */
export const payloadForm: readonly Mistake[] = [
  {
    id: "payload-without-newline",
    sentence: "A payload has no final newline",
    plant: servesBytes(is.payload, (body) => body.trimEnd()),
  },
  {
    id: "payload-of-tabs",
    sentence: "A payload is indented with tabs",
    plant: servesBytes(
      is.payload,
      (body) => `${JSON.stringify(JSON.parse(body), null, "\t")}\n`,
    ),
  },
  {
    id: "payload-with-bom",
    sentence: "A payload begins with a byte order mark",
    plant: servesBytes(is.payload, (body) => `\ufeff${body}`),
  },
  {
    id: "payload-of-ascii",
    sentence: "A payload writes ü as \\u00fc",
    plant: servesBytes(is.payload, (body) => body.replaceAll("ü", "\\u00fc")),
  },
  {
    id: "payload-unsorted",
    sentence: "The lists of a payload are in no order",
    plant: servesBytes(
      is.payload,
      changesJson((value) => ({
        ...value,
        ...(value.services && { services: value.services.toReversed() }),
        ...(value.libraries && { libraries: value.libraries.toReversed() }),
      })),
    ),
  },
];
