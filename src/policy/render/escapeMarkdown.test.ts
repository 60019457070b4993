import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeBlockStart, escapeMarkdown } from "./escapeMarkdown.ts";

/** What a renderer makes of Markdown that is references and plain text. */
function decoded(markdown: string): string {
  return markdown
    .replaceAll("<span></span>", "")
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}

test("a text is read as it was, but for its spaces", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(decoded(escapeMarkdown(text))).toBe(text.replace(/[\t\n\f\r ]+/g, " "));
    }),
  );
});

test.each([
  "A crash report contains:",
  "Wird sie widerrufen, werden die Daten (auch die UUID) gelöscht; das geschieht sofort.",
  "the name of the process, 24 July 2025 – and so on/therefore, 100 %",
])("%j is written as it is", (sentence) => {
  expect(escapeMarkdown(sentence)).toBe(sentence);
});

describe("what sites read beside CommonMark is written as references", () => {
  test.each([
    [
      "a URL, which would be linked with references in it",
      "https://a.example/?b_c=1&d",
      /:\/\//,
    ],
    ["an address that begins with www", "see www.a.example/b_c", /www\./],
    ["an e-mail address", "data_protection@a.example", /@/],
    ["an emoji's name", "all well :smile:", /:s/],
    ["a directive", ":name[a]{b}", /:n/],
    ["a container", ":::note", /::/],
    ["a smiley", "Appendix D: (Debian 8) ;) ;( 8-) x-)", /D:|8\)|;[()]|-\)/],
    ["strikethrough", "~~a~~", /~/],
    ["a formula", "$a$ and $$b$$", /\$/],
    ["a footnote", "a[^1]", /\[/],
    ["a table", "a | b", /\|/],
    ["a highlight", "==a==", /=/],
    ["attributes of a heading", "Status {#other .red}", /[{}]/],
    ["a shortcode", "{{< a >}} {{% b %}} {% c %}", /[{<}]{2}|\{%/],
  ])("%s", (_, text, mark) => {
    expect(text).toMatch(mark);
    expect(escapeMarkdown(text)).not.toMatch(mark);
    expect(decoded(escapeMarkdown(text))).toBe(text);
  });
});

test("the beginning of a block is read as it was", () => {
  for (const text of ["- a", "+ a", "12. a", "3) a", "import a", "export default a"]) {
    expect(escapeBlockStart(text)).not.toBe(text);
    expect(decoded(escapeBlockStart(text))).toBe(text);
  }
  for (const text of ["important", "24 July", "exports"]) {
    expect(escapeBlockStart(text)).toBe(text);
  }
});
