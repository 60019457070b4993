import { expect, test } from "vitest";
import { decisionLook } from "../../test/support/decisionLooks.ts";
import { describeSuspension } from "./describeSuspension.ts";

const { purpose } = decisionLook("granted+suspended");
const copied = {
  ...purpose,
  activity: { ...purpose.activity, suspended: "machine-changed" },
};
const asKey = (key: string) => key;

test("a suspension ends by deciding anew, with another pseudonym where there is one", () => {
  expect(describeSuspension(purpose, "none", asKey)).toEqual(["suspended.decide"]);
  expect(describeSuspension(purpose, "pseudonym", asKey)).toEqual([
    "suspended.decide",
    "newPseudonym",
  ]);
});

test("of a copied server it is said what becomes of the original's data", () => {
  expect(describeSuspension(copied, "pseudonym", asKey)).toContain("suspended.original");
  expect(describeSuspension(copied, "none", asKey)).toEqual(["suspended.decide"]);
});

test("nothing is promised of reports or a deletion where the panel cannot send", () => {
  const silent = { ...copied, transport: null };

  expect(describeSuspension(silent, "pseudonym", asKey)).toEqual(["newPseudonym"]);
  expect(describeSuspension(silent, "none", asKey)).toEqual([]);
});
