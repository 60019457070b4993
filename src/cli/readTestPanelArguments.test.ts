import { expect, test } from "vitest";
import { readTestPanelArguments } from "./readTestPanelArguments.ts";

const read = (...args: string[]) =>
  readTestPanelArguments(["https://a.example", ...args]);

test("what belongs to the receiver is told where it is missing", () => {
  expect(() => read("--receive")).toThrow("--receive needs --write");
  expect(() => read("--write", "--tick", "cron")).toThrow("--tick belongs to --receive");
  expect(() => read("--write", "--receive", "--receive-port", "http")).toThrow(
    '--receive-port takes a port, such as 4999; it cannot be "http".',
  );
  expect(() => read("--write", "--receive", "--receive-wait", "soon")).toThrow(
    "--receive-wait takes seconds",
  );
});

test.each(["--max-time", "--receive-wait", "--receive-limit"])(
  "%s takes no longer time than a timer does, which would end at once",
  (option) => {
    expect(() => read("--write", "--receive", option, "3000000")).toThrow(
      `${option} takes seconds, such as 600, and 2000000 at most`,
    );
  },
);

test("a receiver takes any free port, and times are in milliseconds", () => {
  const { receiving } = read("--write", "--receive", "--receive-limit", "5");

  expect(receiving).toMatchObject({ host: "127.0.0.1", port: 0, limitMs: 5_000 });
});

test("rules are named one by one, or several with commas", () => {
  expect(read("--only", "wire-,policy-open", "--only", "grant").only).toEqual([
    ...["wire-", "policy-open", "grant"],
  ]);
});
