import { expect, test } from "vitest";
import { headerMismatches } from "./headerMismatches.ts";

const told = {
  Host: "127.0.0.1:4999",
  "Content-Type": "application/json",
  "Content-Digest": "sha-256=:{SHA-256 of the body}:",
};

const right = [
  ["host", "127.0.0.1:4999"],
  ["Content-Type", "application/json"],
  ["Content-Digest", "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:"],
  ["Content-Length", "12"],
] as const;

test("headers that are those that were told of are right, in any case", () => {
  expect(headerMismatches({ headers: right }, told)).toEqual([]);
});

test.each([
  ["one more", [...right, ["Accept", "*/*"]], "Accept is not told"],
  ["one less", right.slice(1), "host is told and does not come"],
  ["one twice", [...right, ["Host", "127.0.0.1:4999"]], "host comes more than once"],
  [
    "another value",
    [["Host", "a.example"], ...right.slice(1)],
    'Host is "a.example", and told as "127.0.0.1:4999"',
  ],
  [
    "a value that only looks like the pattern",
    [["Host", "127a0.0.1:4999"], ...right.slice(1)],
    'Host is "127a0.0.1:4999", and told as "127.0.0.1:4999"',
  ],
] as const)("%s is told", (_name, headers, message) => {
  expect(headerMismatches({ headers }, told)).toEqual([message]);
});
