import { payloadBytes } from "../../panel/payloadBytes.ts";
import { sha256Digest } from "../../panel/sha256.ts";
import type { Json } from "../../payload/serializePayload.ts";
import { nilUuid } from "../../policy/nilUuid.ts";
import { unreadable } from "../../policy/unreadable.ts";
import { before } from "./purposeStates.ts";
import { type Run, runsOf } from "./runsOf.ts";

/** A value, the UUID that there is, and the bytes that travel. */
export interface SerializerVector {
  readonly of: string;
  readonly value: Json;
  readonly pseudonym: string | null;
  readonly bytes: string;
  readonly base64: string;
  readonly digest: string;
}

/** The code points that stand as `\uXXXX` in a payload, as runs from and to. */
export function escapedRanges(): readonly Run[] {
  const single = new RegExp(unreadable.source, "u");
  const points = [...Array(0x110000).keys()];
  return runsOf(points.filter((point) => single.test(String.fromCodePoint(point))));
}

const values: readonly (readonly [string, Json])[] = [
  ["an empty object", {}],
  ["an empty list", { list: [] }],
  [
    "one value a line, members in the order of the value",
    { b: 1, a: { c: true, d: null } },
  ],
  ["a list of objects", { list: [{ name: "a" }, { name: "b" }] }],
  ["numbers", { zero: 0, below: -1, large: 9007199254740991, part: 0.5 }],
  ["what JSON escapes", { text: 'quote " backslash \\ tab \t line \n slash /' }],
  ["letters beyond ASCII as they are", { text: "Größe 漢字 🙂" }],
  ["a control character", { text: "a\u0000b\u001f\u007f\u0085" }],
  ["bidirectional marks", { text: "a\u202eb\u2066c\u200f" }],
  ["zero width and soft hyphen", { text: "a\u200bb\u00adc\ufeff" }],
  ["spaces that are none", { text: "a\u00a0b\u2003c\u3000d e" }],
  ["line and paragraph separators", { text: "a\u2028b\u2029c" }],
  ["an invisible character beyond the first plane", { text: "a\u{e0041}b" }],
  [
    "a variation selector and a blank that is a letter",
    { text: "a\ufe0fb\u3164c\u2800" },
  ],
  ["a code point that nobody has assigned", { text: "a\u0378b" }],
  ["an escaped member's name", { "na\u200bme": 1 }],
  [
    "the nil UUID, wherever it is a value",
    { id: nilUuid, list: [nilUuid], of: `${nilUuid}.` },
  ],
];

/** How the serializer writes what can be mistaken, without a UUID and with one. */
export function serializerVectors(): readonly SerializerVector[] {
  return values.flatMap(([of, value]) =>
    (of.startsWith("the nil UUID") ? [null, before.pseudonym] : [null]).map(
      (pseudonym) => {
        const bytes = payloadBytes(value, pseudonym);
        return {
          ...{ of, value, pseudonym, bytes: new TextDecoder().decode(bytes) },
          base64: btoa(String.fromCharCode(...bytes)),
          digest: sha256Digest(bytes),
        };
      },
    ),
  );
}
