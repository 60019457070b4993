import { expect, test } from "vitest";
import { serverStatistics } from "../../policy/index.ts";
import { nilUuid } from "../../policy/nilUuid.ts";
import { statistics } from "../../testing/index.ts";
import { locateValues, readPayload } from "../index.ts";
import { type Examined, findingsOf, valueOfFinding } from "./findings.ts";

function examine(text: string, given: Partial<Examined> = {}) {
  const reading = readPayload(new TextEncoder().encode(text), serverStatistics);
  const findings = findingsOf({
    ...{ reading, check: { status: "matches" }, pseudonym: undefined },
    ...given,
  });
  const values =
    reading.status === "readable" ? locateValues(reading.text, reading.places) : [];
  const [first] = findings;
  const value = first && valueOfFinding(first, values);
  return {
    kinds: findings.map(({ kind }) => kind),
    found: value && text.slice(value.nameStart, value.end),
  };
}

const good = JSON.stringify({ ...statistics, id: nilUuid });

test("bytes in which nothing is wrong have no findings", () => {
  expect(examine(good)).toEqual({ kinds: [], found: undefined });
});

test("a value that no item tells of leads to its name in the bytes", () => {
  expect(examine(good.replace("{", '{"host":"a",'))).toEqual({
    kinds: ["place"],
    found: '"host":"a"',
  });
});

test("a value that is missing leads nowhere", () => {
  expect(examine("{}").found).toBeUndefined();
});

test("zeros that should be a UUID lead to the zeros, and a UUID made early to the UUID", () => {
  expect(examine(good, { pseudonym: "placeholder" }).found).toBe(`"id":"${nilUuid}"`);
  const uuid = "8c0f6c1e-52a4-4b6e-9d59-3f0c7a1e2b4d";
  expect(examine(good.replace(nilUuid, uuid), { pseudonym: "early" }).found).toBe(
    `"id":"${uuid}"`,
  );
});

test("another digest comes first, and bytes that are no JSON have one finding", () => {
  const check = { status: "differs" } as const;
  expect(examine("{", { check }).kinds).toEqual(["digest", "reading"]);
});
