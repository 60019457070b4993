import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { irisOf, isKnownIri } from "../../test/support/irisOf.ts";
import { liveConfigPolicy, policyText } from "../policy/index.ts";
import {
  buildReceipt,
  type DecisionRecord,
  receipt,
  receiptEvents,
  recordedEvents,
} from "./index.ts";

const policy = liveConfigPolicy();
const text = policyText(policy, "en");
const digests = {
  textDigest: `sha-256=:${"T".repeat(43)}=:`,
  payloadDigest: `sha-256=:${"P".repeat(43)}=:`,
} as const;

const empty: DecisionRecord = {
  id: "00000000-0000-4000-8000-000000000001",
  purpose: "server-statistics",
  event: "granted",
  at: "2026-01-15T09:30:00.000Z",
  by: { id: "admin", name: "Admin" },
  revision: null,
  language: null,
  textDigest: null,
  payloadDigest: null,
  textKnown: null,
  via: null,
  seen: null,
  number: null,
  head: null,
  payload: "none",
  receipt: null,
};

const seen = { revision: "2025-07-24", language: "en", ...digests } as const;
const granted: DecisionRecord = { ...empty, ...seen, payload: "kept" };
const refused: DecisionRecord = {
  ...empty,
  ...seen,
  event: "refused",
  payloadDigest: null,
};
const later = { ...empty, id: "00000000-0000-4000-8000-000000000002" };
const withdrawn: DecisionRecord = { ...later, event: "withdrawn" };
const deleted: DecisionRecord = { ...later, event: "deletion-confirmed", by: null };

const receipts = {
  granted: buildReceipt({ record: granted, policy, text }),
  refused: buildReceipt({ record: refused, policy, text }),
  withdrawn: buildReceipt({ record: withdrawn, ended: granted, policy, text }),
  "deletion-confirmed": buildReceipt({ record: deleted, ended: granted, policy, text }),
};

describe.each(receiptEvents)("the receipt for %s", (event) => {
  const built = receipts[event];

  test("is what the contract says", () => {
    expect(z.parse(receipt, built)).toEqual(built);
  });

  test("uses terms of DPV 2.3, of Dublin Core and of our own alone", () => {
    const iris = irisOf(built);

    expect(iris.filter((iri) => !isKnownIri(iri))).toEqual([]);
    expect(iris.length).toBeGreaterThan(10);
  });

  test("tells the words, their digest, revision and language", () => {
    expect(built["dpv:hasNotice"]).toEqual({
      "@type": "dpv:PrivacyNotice",
      "dct:language": "en",
      "kt:revision": "2025-07-24",
      "kt:digest": digests.textDigest,
      "kt:text": text,
    });
  });

  test("has the number of its own entry", () => {
    const ofItsOwn = event === "granted" || event === "refused" ? granted.id : later.id;

    expect(built["@id"]).toBe(`urn:uuid:${ofItsOwn}`);
  });
});

test.each([
  ["granted", "dpv:ConsentGiven", "Admin", digests.payloadDigest, undefined],
  ["refused", "dpv:ConsentRefused", "Admin", undefined, undefined],
  ["withdrawn", "dpv:ConsentWithdrawn", "Admin", digests.payloadDigest, granted.id],
  ["deletion-confirmed", undefined, undefined, digests.payloadDigest, granted.id],
] as const)("a receipt for %s tells %s", (event, status, name, payload, ended) => {
  const built = receipts[event];

  expect(built["dpv:hasConsentStatus"]?.["@id"]).toBe(status);
  expect(built["dpv:isIndicatedBy"]?.["dpv:hasName"]).toBe(name);
  expect(built["dpv:hasProcess"]["dpv:hasData"]?.["kt:digest"]).toBe(payload);
  expect(built["dct:references"]?.["@id"]).toBe(ended && `urn:uuid:${ended}`);
});

test("a deletion is an erasure that is completed", () => {
  expect(receipts["deletion-confirmed"]["dpv:hasProcess"]).toMatchObject({
    "dct:title": "Server statistics",
    "dpv:hasProcessing": { "@id": "dpv:Erase" },
    "dpv:hasStatus": { "@id": "dpv:ActivityCompleted" },
  });
});

test("a deletion tells what was done with the panel's own copies, as its record does", () => {
  const record = { ...deleted, erasure: "removed" };
  const built = buildReceipt({ record, ended: granted, policy, text });

  expect(built).toEqual({ ...receipts["deletion-confirmed"], "kt:erasure": "removed" });
  expect(z.parse(receipt, built)).toEqual(built);
  expect(irisOf(built).filter((iri) => !isKnownIri(iri))).toEqual([]);
});

test("a record that does not tell it has a receipt that does not either", () => {
  for (const event of receiptEvents) {
    expect(receipts[event]).not.toHaveProperty("kt:erasure");
  }
});

test.each([
  ["server-statistics", "dpv:PseudonymisedData"],
  ["crash-reports", "dpv:AnonymisedData"],
])("the data of %s are %s", (purpose, type) => {
  const built = buildReceipt({ record: { ...granted, purpose }, policy, text });

  expect(built["dpv:hasProcess"]["dpv:hasData"]?.["@type"]).toBe(type);
});

test("words that the panel does not know are left out, their digest is not", () => {
  const built = buildReceipt({ record: refused, policy });

  expect(built["dpv:hasNotice"]).not.toHaveProperty("kt:text");
  expect(built["dpv:hasNotice"]?.["kt:digest"]).toBe(digests.textDigest);
});

test("a withdrawal whose grant is not known has a receipt without words", () => {
  const built = buildReceipt({ record: withdrawn, policy });

  expect(z.safeParse(receipt, built).success).toBe(true);
  expect(built).not.toHaveProperty("dpv:hasNotice");
});

test.each(recordedEvents.filter((event) => !(event in receipts)))(
  "there is none for %s",
  (event) => {
    expect(() => buildReceipt({ record: { ...empty, event }, policy })).toThrow(event);
  },
);
