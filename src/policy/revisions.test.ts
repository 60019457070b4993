import { describe, expect, test } from "vitest";
import { otherPolicy } from "../../test/fixtures/otherPolicy.ts";
import type { Policy } from "./policy.ts";
import { coversRevision, findRevision, revisionChain } from "./revisions.ts";

function revision(id: string, material: boolean, previous?: Policy): Policy {
  return {
    ...otherPolicy,
    revision: { ...otherPolicy.revision, id, material },
    ...(previous && { previous }),
  };
}

const first = revision("A", true);
const spelling = revision("B", false, first);
const material = revision("C", true, spelling);
const spellingAgain = revision("D", false, material);

describe("revisionChain", () => {
  test("goes from the newest revision to the first", () => {
    expect(revisionChain(spellingAgain).map((it) => it.revision.id)).toEqual([
      "D",
      "C",
      "B",
      "A",
    ]);
  });
});

describe("findRevision", () => {
  test.each([
    ["D", spellingAgain],
    ["C", material],
    ["A", first],
    ["E", undefined],
  ])("finds for %s the revision of that id, or none", (id, found) => {
    expect(findRevision(spellingAgain, id)).toBe(found);
  });

  test("does not find a revision later than the policy", () => {
    expect(findRevision(spelling, "C")).toBeUndefined();
  });
});

describe("coversRevision", () => {
  test.each([
    ["A", "A", true],
    ["A", "B", true],
    ["A", "C", false],
    ["A", "D", false],
    ["B", "C", false],
    ["B", "D", false],
    ["C", "C", true],
    ["C", "D", true],
    ["D", "D", true],
    ["E", "A", false],
    ["E", "D", false],
    ["C", "B", false],
    ["D", "A", false],
  ])("a grant under %s, seen from %s: %s", (id, current, covered) => {
    const policy = findRevision(spellingAgain, current) ?? otherPolicy;

    expect(policy.revision.id).toBe(current);
    expect(coversRevision(id, policy)).toBe(covered);
  });
});
