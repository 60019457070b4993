import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { otherPolicy } from "../../test/fixtures/otherPolicy.ts";
import { undecidedPurpose } from "../../test/fixtures/purposeStates.ts";
import { liveConfigPolicy } from "../policy/index.ts";
import { createContract } from "./createContract.ts";
import { parsePayloadKind } from "./payloadKind.ts";

const digest = `sha-256=:${"A".repeat(43)}=:`;
const viewer = { id: "a", name: "A", mayDecide: true };
const store = { epoch: "1", counter: 0, number: null, head: null };

describe("the contract of a policy", () => {
  test.each([
    ["the built-in policy", liveConfigPolicy(), ["crash-reports", "server-statistics"]],
    ["another product", otherPolicy, ["update-check"]],
  ])("has for %s its consent activities as purposes", (_, policy, purposeIds) => {
    const contract = createContract(policy);
    const purposes = Object.fromEntries(purposeIds.map((id) => [id, undecidedPurpose]));

    expect(contract.purposeIds).toEqual(purposeIds);
    expect(z.safeParse(contract.purposes, { viewer, store, purposes }).success).toBe(
      true,
    );
    expect(z.safeParse(contract.purposes, { viewer, store, purposes: {} }).success).toBe(
      false,
    );
  });

  test.each([
    ["a lock that is no text", { lock: 3 }],
    ["a pseudonym that is no UUID", { pseudonym: "jane" }],
    ["no word on whether reports go out", { effective: undefined }],
    ["no word on deletions", { deletions: undefined }],
  ])("does not accept %s", (_, change) => {
    const { purposes } = createContract(otherPolicy);
    const accepts = (activity: object) =>
      z.safeParse(purposes, {
        viewer,
        store,
        purposes: { "update-check": { ...undecidedPurpose, activity } },
      }).success;

    expect(accepts(undecidedPurpose.activity)).toBe(true);
    expect(accepts({ ...undecidedPurpose.activity, ...change })).toBe(false);
  });

  test("needs a text of the policy in every language", () => {
    const { policyResource } = createContract(otherPolicy);
    const text = { digest, href: "policy/texts/A" };
    const policy = { contract: 1, revision: "1" };

    expect(
      z.safeParse(policyResource, { ...policy, texts: { de: text, en: text } }).success,
    ).toBe(true);
    expect(z.safeParse(policyResource, { ...policy, texts: { de: text } }).success).toBe(
      false,
    );
  });
});

describe("parsePayloadKind", () => {
  test.each(["queued", "next", "sample"])("knows %s", (kind) => {
    expect(parsePayloadKind(kind)).toBe(kind);
  });

  test.each([null, "", "sent", "Sample", "sample, next"])("does not know %j", (kind) => {
    expect(parsePayloadKind(kind)).toBeUndefined();
  });
});
