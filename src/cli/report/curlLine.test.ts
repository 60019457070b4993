import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect, test } from "vitest";
import { curlLine, shellWord } from "./curlLine.ts";

const given = { headers: { cookie: "session=secret" }, readOnlyHeaders: undefined };

/** What a shell hands to `curl`, argument by argument. */
function argumentsOf(line: string, env: Record<string, string> = {}): readonly string[] {
  const script = `curl() { for word do printf '%s\\0' "$word"; done; }\n${line}`;
  const printed = execFileSync("/bin/sh", ["-c", script], { env, encoding: "utf8" });
  return printed.split("\0").slice(0, -1);
}

test("a line has the request as it was sent, and a variable for what was given", () => {
  const line = curlLine(
    {
      method: "PUT",
      url: "https://panel.example/api/privacy/purposes/a/decision",
      session: "deciding",
      headers: { "If-Match": '"1"', cookie: "…" },
      body: '{"decision": "it\'s"}',
    },
    given,
  );

  expect(argumentsOf(line, { HEADER_1: "cookie: session=secret" })).toEqual([
    ...["--silent", "--show-error", "--globoff", "--include", "--request", "PUT"],
    ...["--header", 'If-Match: "1"', "--header", "cookie: session=secret"],
    ...["--data-raw", '{"decision": "it\'s"}'],
    "https://panel.example/api/privacy/purposes/a/decision",
  ]);
  expect(line).not.toContain("secret");
});

test("a line of somebody who may look alone has that variable, and one of nobody has none", () => {
  const request = { method: "GET", url: "https://a.example/", body: null } as const;
  const lists = { headers: { cookie: "1" }, readOnlyHeaders: { cookie: "2" } };
  const headers = { cookie: "…" };

  expect(curlLine({ ...request, headers, session: "read-only" }, lists)).toContain(
    ' --header "$READ_ONLY_HEADER_1" ',
  );
  expect(curlLine({ ...request, headers: {}, session: "none" }, lists)).not.toContain(
    "$",
  );
});

test("a shell reads every word as it was, and a terminal obeys none", () => {
  const text = fc.string({ unit: "binary" }).map((word) => word.replaceAll("\0", ""));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (words) => {
      const line = words.map(shellWord).join(" ");

      expect(line).not.toMatch(/(?!\n)\p{Cc}/u);
      expect(argumentsOf(`curl ${line}`)).toEqual(words);
    }),
    { numRuns: 20 },
  );
});
