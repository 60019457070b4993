import { expect, test } from "vitest";
import { payloadAnswer, statistics } from "../../test/fixtures/payloads.ts";
import type { PurposeState } from "../contract/purposeState.ts";
import { largestShown, readPayload, serializePayload } from "../payload/index.ts";
import { serverStatistics } from "../policy/index.ts";
import { people } from "../testing/index.ts";
import { grantObstacle } from "./grantObstacle.ts";

const purpose: PurposeState = {
  decision: {
    status: "undecided",
    sequence: 0,
    at: null,
    by: null,
    revision: null,
    language: null,
    textDigest: null,
    payloadDigest: null,
    via: null,
    seen: null,
  },
  etag: '"0"',
  activity: {
    effective: false,
    suspended: null,
    openSends: 0,
    pseudonym: null,
    lastSentAt: null,
    nextAt: null,
    deletions: [],
    lock: null,
  },
  transport: null,
  resultsUrl: null,
};

const text = serializePayload(statistics);

test.each([
  ["as the policy has it", text, undefined],
  ["a name twice", text.replace("{", '{"version": "1",'), "payload-undisclosed"],
  ["a value that no item tells of", text.replace("{", '{"a": 1,'), "payload-undisclosed"],
  ["no JSON", `${text},`, "payload-not-readable"],
  ["too large", text + " ".repeat(largestShown), "payload-too-large"],
])("a payload, %s, is met with its obstacle", (_, content, obstacle) => {
  const payload = payloadAnswer(content);

  expect(
    grantObstacle({
      viewer: people.admin,
      purpose,
      text: "same",
      payload,
      reading: readPayload(payload.bytes, serverStatistics),
      newer: false,
      pseudonym: undefined,
    }),
  ).toBe(obstacle);
});

test.each([
  ["placeholder", "payload-placeholder"],
  ["early", "payload-early-pseudonym"],
] as const)(
  "a pseudonym's place that is wrong, %s, is an obstacle",
  (pseudonym, obstacle) => {
    const payload = payloadAnswer(text);
    const reading = readPayload(payload.bytes, serverStatistics);
    const seen = {
      viewer: people.admin,
      purpose,
      text: "same",
      payload,
      reading,
    } as const;

    expect(grantObstacle({ ...seen, newer: false, pseudonym })).toBe(obstacle);
  },
);
