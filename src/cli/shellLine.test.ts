import { execFileSync } from "node:child_process";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { shellLine } from "./shellLine.ts";

test("a shell reads the words back as they were", () => {
  const word = fc.string().filter((text) => !text.includes("\0"));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
      const printed = execFileSync("/bin/sh", [
        "-c",
        `printf '%s\\0' ${shellLine(words)}`,
      ]);

      expect(printed.toString().split("\0").slice(0, -1)).toEqual(words);
    }),
    { numRuns: 50 },
  );
});
