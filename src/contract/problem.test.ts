import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import {
  buildProblem,
  problemCode,
  problemCodes,
  problemDocument,
  problems,
  problemType,
} from "./problem.ts";

/** The problems of the contract with their status, in the order in which they are looked for. */
const expected = [
  ["host-not-served", 421],
  ["cross-site", 403],
  ["not-signed-in", 401],
  ["not-found", 404],
  ["not-permitted", 403],
  ["body-too-large", 413],
  ["media-type-not-supported", 415],
  ["malformed-body", 400],
  ["policy-superseded", 503],
  ["locked", 403],
  ["payload-not-seen", 403],
  ["precondition-required", 428],
  ["decision-changed", 412],
  ["policy-changed", 409],
  ["payload-changed", 409],
  ["payload-undisclosed", 409],
  ["withdraw-instead", 409],
  ["gone", 410],
  ["not-available-here", 503],
  ["store-unavailable", 503],
  ["internal-error", 500],
] as const;

describe("the problems", () => {
  test("are those of the contract, in their order and with their status", () => {
    expect(problemCodes.map((code) => [code, problems[code].status])).toEqual(expected);
  });

  test("have a title each, and no two the same", () => {
    const titles = problemCodes.map((code) => problems[code].title);

    expect(titles.every((title) => title.trim() !== "")).toBe(true);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test.each(expected)("%s goes through a document and back", (code, status) => {
    const sent = buildProblem(code, { detail: "why", instance: "urn:uuid:1" });
    const read = z.parse(problemDocument, JSON.parse(JSON.stringify(sent)));

    expect(read).toEqual({
      type: problemType(code),
      title: problems[code].title,
      status,
      detail: "why",
      instance: "urn:uuid:1",
    });
    expect(problemCode(read.type)).toBe(code);
  });

  test("have no detail unless one is given", () => {
    expect(Object.keys(buildProblem("gone"))).toEqual(["type", "status", "title"]);
  });

  test.each([
    "about:blank",
    "",
    "gone",
    "urn:klartext:problem:",
    "urn:klartext:problem:new",
  ])("have none of type %j", (type) => {
    expect(problemCode(type)).toBeUndefined();
  });

  test("are read from a document that has more members than this contract", () => {
    const later = { ...buildProblem("locked"), until: "2026-01-01" };

    expect(z.safeParse(problemDocument, later).success).toBe(true);
  });
});
