import { describe, expect, test } from "vitest";
import { otherPolicy, updateCheck } from "../../test/fixtures/otherPolicy.ts";
import { consentActivities } from "../policy/index.ts";
import { maxShownBytes, readPayload } from "./readPayload.ts";
import { serializePayload } from "./serializePayload.ts";

const payload = { edition: "team", schedule: { days: [1, 5], note: null } };

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

describe("readPayload", () => {
  test("gives the text as it is, and says of each value which item tells it", () => {
    const text = serializePayload(payload);
    const read = readPayload(bytes(text), updateCheck);

    expect(read).toEqual({
      status: "readable",
      text,
      places: [
        { path: ["edition"], status: "disclosed", item: "edition", value: "team" },
        {
          path: ["schedule", "days", 0],
          status: "disclosed",
          item: "schedule",
          value: 1,
        },
        {
          path: ["schedule", "days", 1],
          status: "disclosed",
          item: "schedule",
          value: 5,
        },
        {
          path: ["schedule", "note"],
          status: "disclosed",
          item: "schedule",
          value: null,
        },
      ],
    });
  });

  test("reads by the schema of the activity, whatever the product", () => {
    const [activity] = consentActivities(otherPolicy);

    expect(activity?.schema).toBe(updateCheck);
  });

  test.each([
    ["a byte that is none of UTF-8", [0x22, 0xff, 0x22]],
    ["a letter cut off", [0x22, 0xc3]],
    ["an overlong slash", [0x22, 0xc0, 0xaf, 0x22]],
    ["half a surrogate pair", [0x22, 0xed, 0xa0, 0x80, 0x22]],
  ])("does not guess at %s", (_, values) => {
    expect(readPayload(new Uint8Array(values), updateCheck)).toMatchObject({
      status: "not-utf8",
    });
  });

  test.each([
    ["a byte order mark", `\ufeff${serializePayload(payload)}`],
    ["nothing", ""],
    ["two values", "{} {}"],
    ["a comment", "{} // all"],
    ["a trailing comma", '{"edition": "team",}'],
    ["HTML of a proxy", "<!doctype html>"],
  ])("does not repair %s, and shows the text", (_, text) => {
    expect(readPayload(bytes(text), updateCheck)).toEqual({
      status: "not-json",
      text,
      offset: expect.any(Number),
    });
  });

  test("reads null as a value that is not expected", () => {
    expect(readPayload(bytes("null\n"), updateCheck)).toMatchObject({
      status: "readable",
      places: [{ path: [], status: "unexpected" }],
    });
  });

  test("reads as much as a page can show, and no byte more", () => {
    const text = serializePayload(payload);
    const most = text + " ".repeat(maxShownBytes - text.length);

    expect(readPayload(bytes(most), updateCheck).status).toBe("readable");
    expect(readPayload(bytes(`${most} `), updateCheck)).toEqual({ status: "too-large" });
  });
});
