import fc from "fast-check";
import { expect, test } from "vitest";
import {
  changesByItem,
  type Json,
  locateValues,
  readPayload,
} from "../src/payload/index.ts";
import { escapeUnreadable, unreadable } from "../src/payload/serializePayload.ts";
import { cutAtMarks, marksWithin } from "../src/payload/view/byteMarks.ts";
import { formatPath, formatValue, groupByItem } from "../src/payload/view/groupByItem.ts";
import { splitBlocks, splitMarks } from "../src/payload/view/splitBytes.ts";
import { crashReport, serverStatistics } from "../src/policy/index.ts";
import { statistics } from "../src/testing/index.ts";
import {
  extremes,
  type HostilePayload,
  hostilePayload,
} from "./support/hostilePayloads.ts";

/** All that a page does with the bytes before it shows them. */
function check({ bytes }: HostilePayload): void {
  for (const schema of [serverStatistics, crashReport]) {
    const reading = readPayload(bytes, schema);
    if (reading.status === "too-large" || reading.status === "too-many-marks") continue;
    const { text } = reading;
    if (reading.status !== "not-utf8") {
      expect(new TextEncoder().encode(text)).toEqual(bytes);
    }
    const places = reading.status === "readable" ? reading.places : [];
    const values = locateValues(text, places);
    const [value] = values;
    const highlighted = value && { as: "value" as const, value };
    const marked = { reading, values, highlighted, changed: new Set<number>() };
    let start = 0;
    for (const block of splitBlocks(text)) {
      const end = start + block.length;
      const pieces = cutAtMarks(block, start, marksWithin(marked, start, end));
      const shown = pieces.flatMap((piece) => splitMarks(piece.text));
      expect(shown.map((part) => part.text).join("")).toBe(block);
      for (const part of shown) {
        if (part.kind === "readable") {
          expect(part.text.replaceAll(/[\n\t]/g, "")).not.toMatch(
            new RegExp(unreadable, "u"),
          );
        }
      }
      start = end;
    }
    expect(start).toBe(text.length);

    const said = [
      ...places.map(({ path }) => formatPath(path)),
      ...groupByItem(places, ["version", "services", "stack-trace"]).flatMap(
        ({ entries }) =>
          entries.flatMap((entry) => entry.map(({ value }) => formatValue(value))),
      ),
    ];
    for (const sentence of said.slice(0, 100)) {
      expect(sentence.length).toBeLessThanOrEqual(3_100);
      expect(escapeUnreadable(sentence)).toBe(sentence);
    }
    if (reading.status !== "readable") continue;
    changesByItem(
      { value: statistics, schema: serverStatistics },
      { value: JSON.parse(text) as Json, schema },
    );
  }
}

test("whatever bytes a panel serves, nothing breaks, is lost or hidden", {
  timeout: 300_000,
}, () => {
  fc.assert(fc.property(hostilePayload, check), {
    numRuns: process.env.KLARTEXT_DEEP === "1" ? 10_000 : 100,
  });
});

test.each(extremes.map((payload) => [payload.name, payload] as const))(
  "nor with %s",
  (_, payload) => {
    check(payload);
  },
  60_000,
);
