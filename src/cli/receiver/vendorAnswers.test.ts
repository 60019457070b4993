import { expect, test } from "vitest";
import type { Arrival } from "./arrival.ts";
import { erasureBody } from "./expectedBodies.ts";
import { createVendorAnswers, erasuresPath } from "./vendorAnswers.ts";

const uuid = "8c0f6c1e-7a52-4d0e-9a3c-5f1b2d4e6a70";
const other = "3b1f0e54-8f0d-4a57-9d0e-6c2f5b1a7e90";

function arrival(target: string, text: string): Arrival {
  return {
    ...{
      connection: 1,
      connectedAt: 0,
      at: 0,
      method: "POST",
      headers: [],
      target,
      text,
    },
    ...{ body: new Uint8Array(), status: () => null, endedAt: () => undefined },
    answer: () => undefined,
  };
}

test("an erasure that is asked again is answered the same, and others have other counts", () => {
  const { answer, deletedOf } = createVendorAnswers();
  const first = answer(arrival(erasuresPath, erasureBody(uuid)));
  const second = answer(arrival(erasuresPath, erasureBody(other)));

  expect(answer(arrival(erasuresPath, erasureBody(uuid)))).toEqual(first);
  expect(second).not.toEqual(first);
  expect(deletedOf(uuid)).not.toBe(deletedOf(other));
});

test("a report is taken, and refused with 410 once its id was erased", () => {
  const { answer } = createVendorAnswers();
  const report = arrival("/v1/server-statistics", erasureBody(uuid));

  expect(answer(report)).toEqual({ status: 202 });
  answer(arrival(erasuresPath, erasureBody(uuid)));
  expect(answer(report)).toEqual({ status: 410 });
});
