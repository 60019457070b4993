import { expect, test } from "vitest";
import { consentTimes } from "./consentTimes.ts";
import type { WatchedWrite } from "./watchPanel.ts";

function write(began: number, status: string | undefined, purpose = "a"): WatchedWrite {
  return { purpose, began, ended: began + 1, status, httpStatus: status ? 200 : 409 };
}

test("consent stands from when it is asked for until the withdrawal is answered", () => {
  const writes = [
    write(1, "refused"),
    write(10, "granted"),
    write(20, "granted"),
    write(25, undefined),
    write(30, "withdrawn"),
    write(40, "withdrawn"),
    write(45, "granted", "b"),
    write(50, "granted"),
  ];

  expect(consentTimes(writes, "a")).toEqual([
    { from: 10, until: 31 },
    { from: 50, until: Number.POSITIVE_INFINITY },
  ]);
});
