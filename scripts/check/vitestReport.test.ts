import { expect, test } from "vitest";
import { outcomeOf, type VitestReport } from "./vitestReport.ts";

const counts = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
};
const passed = { status: "passed", fullName: "it holds" };
const file = { name: "/root/test/a.test.ts", status: "passed", message: "" };

const report = (
  result: Partial<VitestReport["testResults"][number]>,
  changed: Partial<VitestReport> = {},
): VitestReport => ({
  ...counts,
  testResults: [{ ...file, assertionResults: [passed], ...result }],
  ...changed,
});

test("what passed, failed and was left out is counted", () => {
  expect(outcomeOf(report({}, { numPendingTests: 2, numTodoTests: 1 }), "/root")).toEqual(
    {
      passed: 3,
      failed: 0,
      skipped: 3,
      failures: [],
    },
  );
});

test("a test that failed is named with its file and its reason, without the runner's own lines", () => {
  const failed = {
    status: "failed",
    fullName: "it holds",
    failureMessages: [
      "expected 1 to be 2\n    at run (/root/node_modules/runner.js:1:1)",
    ],
  };

  const { failures } = outcomeOf(
    report({ status: "failed", assertionResults: [failed] }, { numFailedTests: 1 }),
    "/root",
  );

  expect(failures).toEqual(["test/a.test.ts > it holds\n    expected 1 to be 2"]);
});

test("a file that does not load counts as one that failed", () => {
  const broken = report({
    status: "failed",
    message: "Cannot find it",
    assertionResults: [],
  });

  expect(outcomeOf(broken, "/root")).toMatchObject({
    failed: 1,
    failures: ["test/a.test.ts\n    Cannot find it"],
  });
});
