import { expect, test } from "vitest";
import { contractRules } from "../testing/suite/index.ts";
import { insertWireRules, selectRules } from "./selectRules.ts";

const wire = [{ ...contractRules[0], id: "wire-a" }] as typeof contractRules;
const idsOf = (only: readonly string[], rules = contractRules) =>
  selectRules(rules, only).map(({ id }) => id);

test("a rule that is named is checked alone, and everything is withdrawn at last", () => {
  expect(idsOf(["grant"])).toEqual(["grant", "left-withdrawn"]);
  expect(idsOf(["payload-"]).every((id) => /^(payload-|left-)/.test(id))).toBe(true);
  expect(idsOf([])).toEqual(contractRules.map(({ id }) => id));
});

test("what no rule is called is told, with what it needs", () => {
  expect(() => idsOf(["payload", "no-such"])).toThrow("No rule is called no-such");
  expect(() => idsOf(["wire-"])).toThrow("Those on the wire need --receive.");
});

test("what travels is looked at after every decision, and before the log is read", () => {
  const ids = insertWireRules(contractRules, wire).map(({ id }) => id);
  const writes = contractRules.filter(
    ({ id, needs }) => needs.includes("write") && id !== "left-withdrawn",
  );

  for (const { id } of writes) {
    expect(ids.indexOf(id)).toBeLessThan(ids.indexOf("wire-a"));
  }
  expect(ids.indexOf("wire-a")).toBeLessThan(ids.indexOf("log-pages"));
});
