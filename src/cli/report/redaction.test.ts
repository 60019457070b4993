import { expect, test } from "vitest";
import { createRedact, withoutUuids } from "./redaction.ts";

const uuid = "8c0f6c1e-7a52-4d0e-9a3c-5f1b2d4e6a70";

test("what was given as a header is hidden, in whole, in parts, and however it is written", () => {
  const redact = createRedact([
    { cookie: "theme=dark; session=s%3Aabc/123+xyz" },
    { authorization: 'Bearer t0ken"quoted' },
    undefined,
  ]);
  const told = [
    "session=s%3Aabc/123+xyz",
    "s%3Aabc/123+xyz",
    encodeURIComponent("s%3Aabc/123+xyz"),
    't0ken"quoted',
    JSON.stringify('t0ken"quoted'),
  ];

  for (const text of told) expect(redact(`<${text}>`)).not.toMatch(/abc|t0ken/);
  expect(redact("Nothing of it.")).toBe("Nothing of it.");
});

test("a known pseudonym is hidden in any notation, and no other id is", () => {
  const redact = createRedact([], () => [uuid]);
  const other = "3b1f0e54-8f0d-4a57-9d0e-6c2f5b1a7e90";

  expect(redact(`/v1?id=${uuid}`)).toBe("/v1?id=[UUID]");
  expect(redact(uuid.toUpperCase().replaceAll("-", ""))).toBe("[UUID]");
  expect(redact(`/receipts/${other}`)).toBe(`/receipts/${other}`);
});

test("every random UUID goes out of a text, and the nil UUID stays", () => {
  const nil = "00000000-0000-0000-0000-000000000000";

  expect(withoutUuids(`{"id":"${uuid}","was":"${nil}"}`)).toBe(
    `{"id":"[UUID]","was":"${nil}"}`,
  );
});
