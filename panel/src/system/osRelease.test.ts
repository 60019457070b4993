import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NotAvailableHere } from "./notAvailableHere.ts";
import { parseOsRelease, readOsRelease } from "./osRelease.ts";
import { distributions } from "./testing/distributions.ts";
import { hostileText } from "./testing/hostileFileTexts.ts";
import { type Tree, withTree } from "./testing/withTree.ts";

function read(tree: Tree) {
  return withTree(tree, readOsRelease);
}

describe("parseOsRelease", () => {
  test.each([
    ["plain text", "NAME=Fedora"],
    ["double quotes", 'NAME="Debian GNU/Linux"'],
    ["single quotes", "NAME='Arch Linux'"],
    ["escapes in double quotes", 'NAME="a \\"b\\" \\$c \\\\ \\`d\\`"'],
    ["a backslash before another character", 'NAME="a\\wb"'],
    ["a backslash in single quotes", "NAME='a\\\"b'"],
    ["an escape without quotes", "NAME=a\\ b\\'c"],
    ["an escaped space at the end", "NAME=a\\ "],
    ["two lines joined by a backslash", 'NAME="a\\\nb"'],
    ["an assignment inside a value", 'OTHER="x\nNAME=evil\n"\nNAME=good'],
    ["a later assignment", "NAME=first\nNAME=second"],
    ["a comment with a quote", "# it's\nNAME=good"],
    ["a quote in the middle", 'NAME=a"b c"d'],
    ["a hash inside of a word", "NAME=a#b"],
    ["an empty value", 'NAME=""'],
  ])("reads %s as a shell does", async (_, text) => {
    const shell = await withTree({ "/os-release": text }, async (root) =>
      execFileSync("sh", ["-c", `. "$0/os-release"; printf %s "$NAME"`, root], {
        encoding: "utf8",
      }),
    );

    expect(parseOsRelease(text).get("NAME")).toBe(shell);
  });

  test("does not expand anything", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell's, not a template's
    expect(parseOsRelease('NAME="$HOME ${HOME} `id`"').get("NAME")).toBe(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell's, not a template's
      "$HOME ${HOME} `id`",
    );
  });

  test("passes over a line that is no assignment", () => {
    const text = 'a line\nBAD="open\n1X=1\n  \nNAME=good\r\n';

    expect(Array.from(parseOsRelease(text))).toEqual([["NAME", "good"]]);
  });

  test("does not take a separator inside a comment for a new line", () => {
    expect(parseOsRelease("# a\u2028NAME=evil\rNAME=evil").size).toBe(0);
  });
});

describe("readOsRelease", () => {
  test("reads Debian's name and version", async () => {
    const text = 'NAME="Debian GNU/Linux"\nVERSION_ID="12"\nID=debian\n';

    expect(await read({ "/etc/os-release": text })).toEqual({
      name: "Debian GNU/Linux",
      version: "12",
    });
  });

  test.each(["NAME='Arch Linux'\n", "NAME='Arch Linux'\nVERSION_ID=''\n"])(
    "has no version for a rolling distribution: %j",
    async (text) => {
      expect(await read({ "/etc/os-release": text })).toEqual({
        name: "Arch Linux",
        version: null,
      });
    },
  );

  test("calls a distribution without a name Linux", async () => {
    expect(await read({ "/etc/os-release": "VERSION_ID=7\n" })).toEqual({
      name: "Linux",
      version: "7",
    });
  });

  test("never merges the two files", async () => {
    const tree = {
      "/etc/os-release": "NAME=Local\n",
      "/usr/lib/os-release": "NAME=Vendor\nVERSION_ID=1\n",
    };

    expect(await read(tree)).toEqual({ name: "Local", version: null });
  });

  test.each([
    ["is missing", {}],
    ["leads nowhere", { "/etc/os-release": { link: "/nowhere" } }],
  ])("reads the vendor's file where the local one %s", async (_, local) => {
    const tree = { ...local, "/usr/lib/os-release": "NAME=Vendor\n" };

    expect(await read(tree)).toMatchObject({ name: "Vendor" });
  });

  test.each(distributions)("reads $file", async ({ file, name, version }) => {
    const bytes = await readFile(
      join(import.meta.dirname, "testing/distributions", file),
    );

    expect(await read({ "/etc/os-release": bytes })).toEqual({ name, version });
  });

  test("reads a file that begins with a byte order mark", async () => {
    const text = "\ufeffNAME=Debian\nVERSION_ID=12\n";

    expect(await read({ "/etc/os-release": text })).toEqual({
      name: "Debian",
      version: "12",
    });
  });

  test("reads lines that end as on Windows", async () => {
    const text = 'ID=slackware\r\nNAME="Slackware"\r\nVERSION_ID=15.0\r\n';

    expect(await read({ "/etc/os-release": text })).toEqual({
      name: "Slackware",
      version: "15.0",
    });
  });

  test.each([
    ["Latin-1", Buffer.from('NAME="Gr\u00fcn"\nVERSION_ID=12\n', "latin1")],
    ["Cyrillic of KOI8-R", Buffer.from('NAME="\u00eb\u00c1"\nVERSION_ID=12\n', "latin1")],
    ["half a character", Buffer.from('NAME="Gr\u00c3"\nVERSION_ID=12\n', "latin1")],
  ])("does not guess at a name in %s: the file is UTF-8", async (_, bytes) => {
    expect(await read({ "/etc/os-release": bytes })).toEqual({
      name: "Linux",
      version: "12",
    });
  });

  test("reads a name beside another value that is no UTF-8", async () => {
    const text = 'PRETTY_NAME="Gr\u00fcn"\n# \u00e4\nNAME=Debian\nVERSION_ID=12\n';

    expect(await read({ "/etc/os-release": Buffer.from(text, "latin1") })).toEqual({
      name: "Debian",
      version: "12",
    });
  });

  test("follows an absolute link inside the tree", async () => {
    const tree = {
      "/etc/os-release": { link: "/usr/lib/os-release" },
      "/usr/lib/os-release": "NAME=Inside\n",
    };

    expect(await read(tree)).toEqual({ name: "Inside", version: null });
  });

  test.each([
    ["a bidirectional override", "Deb\u202eian"],
    ["a zero-width space", "Deb\u200bian"],
    ["a control character", "Deb\u001b[31mian"],
    ["a line break", "Deb\nian"],
    ["a line separator at the end", "Debian\u2028"],
    ["a no-break space", "Deb\u00a0ian"],
    ["a variation selector", "Deb\ufe0fian"],
    ["a Hangul filler", "\u3164"],
    ["more than 100 characters", "1".repeat(101)],
    ["nothing but spaces", "   "],
  ])("does not pass on %s", async (_, value) => {
    const text = `NAME="${value}"\nVERSION_ID="${value}"\n`;

    expect(await read({ "/etc/os-release": text })).toEqual({
      name: "Linux",
      version: null,
    });
  });

  test("tells only what a person can see, whatever the file says", async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, async (name, version) => {
        const text = `NAME=${name}\nVERSION_ID="${version}"\n`;
        const told = await read({ "/etc/os-release": text });
        for (const value of [told.name, told.version ?? "-"]) {
          expect(value).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]{1,100}$/u);
        }
      }),
    );
  });

  test("tells only what a person can see, whatever the bytes are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 20 }), async (bytes) => {
        const file = Buffer.concat([Buffer.from("NAME=a"), bytes, Buffer.from("\n")]);
        const { name } = await read({ "/etc/os-release": file });
        expect(name).toMatch(/^[^\p{C}\p{Zl}\p{Zp}\ufffd]{1,100}$/u);
      }),
    );
  });

  test("says that it does not know the distribution where no file does", async () => {
    await expect(read({})).rejects.toThrow(NotAvailableHere);
  });
});
