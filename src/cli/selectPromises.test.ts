import { expect, test } from "vitest";
import { contractPromises } from "../testing/suite/index.ts";
import { selectPromises, withWire } from "./selectPromises.ts";

const wire = [{ ...contractPromises[0], id: "wire-a" }] as typeof contractPromises;
const idsOf = (only: readonly string[], promises = contractPromises) =>
  selectPromises(promises, only).map(({ id }) => id);

test("a promise that is named is checked alone, and everything is withdrawn at last", () => {
  expect(idsOf(["grant"])).toEqual(["grant", "left-withdrawn"]);
  expect(idsOf(["payload-"]).every((id) => /^(payload-|left-)/.test(id))).toBe(true);
  expect(idsOf([])).toEqual(contractPromises.map(({ id }) => id));
});

test("what no promise is called is told, with what it needs", () => {
  expect(() => idsOf(["payload", "no-such"])).toThrow("No promise is called no-such");
  expect(() => idsOf(["wire-"])).toThrow("Those on the wire need --receive.");
});

test("what travels is looked at after every decision, and before the log is read", () => {
  const ids = withWire(contractPromises, wire).map(({ id }) => id);
  const writes = contractPromises.filter(
    ({ id, needs }) => needs.includes("write") && id !== "left-withdrawn",
  );

  for (const { id } of writes) {
    expect(ids.indexOf(id)).toBeLessThan(ids.indexOf("wire-a"));
  }
  expect(ids.indexOf("wire-a")).toBeLessThan(ids.indexOf("log-pages"));
});
