import fc from "fast-check";
import { expect, test } from "vitest";
import { namesTag, tagsIn } from "./entityTag.ts";

/** What nginx, Apache, Caddy and others make of `"x"` when they compress. */
const changes: readonly ((opaque: string) => string)[] = [
  (opaque) => `"${opaque}"`,
  (opaque) => `W/"${opaque}"`,
  (opaque) => `"${opaque}-gzip"`,
  (opaque) => `"${opaque}-br"`,
  (opaque) => `"${opaque};br"`,
  (opaque) => `W/"${opaque};gzip"`,
  (opaque) => `"${opaque}--gzip"`,
];

/** Tags as the panel makes them: base64, base64url, or a number (`etagc` of RFC 9110 § 8.8.3). */
const bytes = fc
  .uint8Array({ minLength: 1, maxLength: 32 })
  .map((content) => Buffer.from(content));
const opaque = fc.oneof(
  bytes.map((content) => content.toString("base64")),
  bytes.map((content) => content.toString("base64url")),
  fc.nat().map(String),
);
const changed = fc.tuple(opaque, fc.constantFrom(...changes));

test("a tag is named whatever a proxy made of it, anywhere in a list", () => {
  fc.assert(
    fc.property(changed, fc.array(changed), fc.nat(), ([own, change], others, at) => {
      const list = others.map(([other, make]) => make(other));
      list.splice(at % (list.length + 1), 0, change(own));

      expect(namesTag(list.join(", "), `"${own}"`)).toBe(true);
    }),
  );
});

test("a tag that ends in a hyphen is named where a coding follows it", () => {
  expect(namesTag('"AAD--gzip"', '"AAD-"')).toBe(true);
});

test("another tag is not named by it", () => {
  fc.assert(
    fc.property(changed, opaque, ([own, change], other) => {
      fc.pre(own !== other);

      expect(namesTag(change(own), `"${other}"`)).toBe(false);
    }),
  );
});

test.each([
  ["x", []],
  ['"a", W/"b,c" ,"d-gzip"', ["a", "b,c", "d"]],
  ['"a-b"', ["a-b"]],
  ['"a-gzip-gzip"', ["a"]],
  ['""', [""]],
  ['w/"a"', []],
  ['"a" "b"', []],
  ['"a', []],
  ["", []],
])("the list %s has the tags %j", (list, tags) => {
  expect(tagsIn(list)).toEqual(tags);
});

test("a list of any length is read in a time that grows with it alone", () => {
  const list = `${'"'.repeat(8_000)}${",".repeat(8_000)}${'-gzip"'.repeat(8_000)}`;

  expect(tagsIn(list)).not.toContain("x");
});
