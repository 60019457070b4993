import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { undecided } from "../../test/fixtures/purposeStates.ts";
import { decision, decisionTag } from "./decision.ts";
import { decisionRequest } from "./decisionRequest.ts";

const digest = `sha-256=:${"A".repeat(43)}=:`;
const seen = { revision: "2025-07-24", language: "de", textDigest: digest };
const grant = { decision: "granted", ...seen, payloadDigest: digest };
const refusal = { decision: "refused", ...seen };

function without(value: object, key: string): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}

describe("a request to decide", () => {
  test.each([
    ["a grant", grant],
    ["a refusal", refusal],
    ["a grant in English", { ...grant, language: "en" }],
  ])("can be %s", (_, request) => {
    expect(z.parse(decisionRequest, request)).toEqual(request);
  });

  test.each([
    ["a member more", { ...grant, note: "x" }],
    ["a member more in a refusal", { ...refusal, note: "x" }],
    ["the digest of a payload in a refusal", { ...refusal, payloadDigest: digest }],
    ["a grant without the payload", without(grant, "payloadDigest")],
    ["a grant without the text", without(grant, "textDigest")],
    ["a grant without the revision", without(grant, "revision")],
    ["a grant without the language", without(grant, "language")],
    ["a refusal without the text", without(refusal, "textDigest")],
    ["no decision", without(grant, "decision")],
    ["a withdrawal", { ...refusal, decision: "withdrawn" }],
    ["another language", { ...grant, language: "fr" }],
    ["a regional language", { ...grant, language: "de-AT" }],
    ["an empty revision", { ...grant, revision: "" }],
    ["an endless revision", { ...grant, revision: "x".repeat(101) }],
    ["another algorithm", { ...grant, textDigest: digest.replace("256", "512") }],
    ["a short digest", { ...grant, payloadDigest: "sha-256=:AAAA:" }],
    ["a digest with a line break", { ...grant, payloadDigest: `${digest}\n` }],
    ["null", null],
    ["a list", [grant]],
  ])("cannot have %s", (_, request) => {
    expect(z.safeParse(decisionRequest, request).success).toBe(false);
  });
});

describe("a decision", () => {
  test("may have a status and members of a later contract", () => {
    const later = { ...undecided, status: "paused", until: "2026-01-01" };

    expect(z.safeParse(decision, later).success).toBe(true);
  });

  test.each([
    ["a sequence below zero", { ...undecided, sequence: -1 }],
    ["half a sequence", { ...undecided, sequence: 0.5 }],
    ["a time that is not UTC", { ...undecided, at: "2025-07-24T10:00:00+02:00" }],
    ["a day for a time", { ...undecided, at: "2025-07-24" }],
    ["a person without a name", { ...undecided, by: { id: "admin" } }],
    ["no status", without(undecided, "status")],
  ])("cannot have %s", (_, value) => {
    expect(z.safeParse(decision, value).success).toBe(false);
  });

  test.each([
    [0, '"0"'],
    [17, '"17"'],
  ])("of sequence %i has the strong entity tag %s", (sequence, tag) => {
    expect(decisionTag(sequence)).toBe(tag);
  });
});
