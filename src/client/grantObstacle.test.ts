import { expect, test } from "vitest";
import { payloadAnswer, statistics } from "../../test/fixtures/payloads.ts";
import { undecidedPurpose } from "../../test/fixtures/purposeStates.ts";
import { maxShownBytes, readPayload, serializePayload } from "../payload/index.ts";
import { serverStatistics } from "../policy/index.ts";
import { people } from "../testing/index.ts";
import { grantObstacle } from "./grantObstacle.ts";

const text = serializePayload(statistics);

test.each([
  ["as the policy has it", text, undefined],
  ["a name twice", text.replace("{", '{"version": "1",'), "payload-undisclosed"],
  ["a value that no item tells of", text.replace("{", '{"a": 1,'), "payload-undisclosed"],
  ["no JSON", `${text},`, "payload-not-readable"],
  ["too large", text + " ".repeat(maxShownBytes), "payload-too-large"],
])("a payload, %s, is met with its obstacle", (_, content, obstacle) => {
  const payload = payloadAnswer(content);

  expect(
    grantObstacle({
      viewer: people.admin,
      purpose: undecidedPurpose,
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
      purpose: undecidedPurpose,
      text: "same",
      payload,
      reading,
    } as const;

    expect(grantObstacle({ ...seen, newer: false, pseudonym })).toBe(obstacle);
  },
);
