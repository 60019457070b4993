import { expect, test } from "vitest";
import {
  ForeignAnswer,
  OutsideContract,
  PanelProblem,
  PanelUnreachable,
} from "../client/errors.ts";
import { foreignReasons } from "../client/foreignReason.ts";
import { problemCodes, problems } from "../contract/problem.ts";
import { exitStatus } from "./exitStatus.ts";
import { statusOfError } from "./statusOfError.ts";

test("a sign-in that is missing or not enough is told apart from every other no", () => {
  const ended = Object.fromEntries(
    problemCodes.map((code) => [
      code,
      statusOfError(new PanelProblem(code, problems[code].status)),
    ]),
  );
  const signIn = Object.entries(ended).filter(
    ([, status]) => status === exitStatus.notSignedIn,
  );

  expect(signIn.map(([code]) => code)).toEqual(["not-signed-in", "not-permitted"]);
  expect(ended).toMatchObject({
    "host-not-served": exitStatus.notReached,
    "not-found": exitStatus.notReached,
    "cross-site": exitStatus.refused,
    locked: exitStatus.refused,
    "payload-changed": exitStatus.refused,
    "withdraw-instead": exitStatus.refused,
    "store-unavailable": exitStatus.failed,
    "internal-error": exitStatus.failed,
  });
});

test("nothing that hinders ends well", () => {
  const errors = [
    ...problemCodes.map((code) => new PanelProblem(code, problems[code].status)),
    ...foreignReasons.map((reason) => new ForeignAnswer(reason, 502)),
    new PanelProblem(undefined, 409),
    new PanelUnreachable(new Error("none")),
    new OutsideContract(200, "nothing"),
  ];

  for (const error of errors) {
    expect([exitStatus.done, exitStatus.deletionOpen]).not.toContain(
      statusOfError(error),
    );
  }
  expect(statusOfError(new PanelUnreachable(new Error("none")))).toBe(
    exitStatus.notReached,
  );
  expect(statusOfError(new ForeignAnswer("session-over", 302))).toBe(
    exitStatus.notSignedIn,
  );
});
