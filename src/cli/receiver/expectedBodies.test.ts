import { expect, test } from "vitest";
import { nilUuid } from "../../policy/index.ts";
import { erasureBody, withUuid } from "./expectedBodies.ts";
import { randomUuidsIn } from "./randomUuids.ts";
import { textDifference } from "./textDifference.ts";

const uuid = "8c0f6c1e-7a52-4d0e-9a3c-5f1b2d4e6a70";

test("a random UUID is found in any notation, and neither the nil UUID nor a digest is one", () => {
  const digits = uuid.replaceAll("-", "");

  expect(randomUuidsIn(`a${uuid} ${uuid.toUpperCase()}`)).toEqual([uuid]);
  expect(randomUuidsIn(`/v1/${digits}?x`)).toEqual([uuid]);
  expect(randomUuidsIn(`${nilUuid} ${digits}${digits}`)).toEqual([]);
});

test("what was shown has the UUID in the place of the nil UUID when it arrives", () => {
  const shown = erasureBody(nilUuid);

  expect(withUuid(shown, uuid)).toBe(`{\n  "id": "${uuid}"\n}\n`);
  expect(withUuid(shown, null)).toBe(shown);
});

test("where two bodies part is told by the line, without a UUID", () => {
  expect(textDifference("a\n", "a\n")).toBeUndefined();
  expect(textDifference("a\nb\n", `a\n${uuid}\n`)).toBe(
    'line 2 is "<UUID>", not "b" (39 characters, not 4)',
  );
  expect(textDifference("a\n", "a\n ")).toBe(
    'line 2 is " ", not "" (3 characters, not 2)',
  );
  expect(textDifference("a\nb", "a")).toBe('line 2 is "", not "b" (1 characters, not 3)');
});
