import { describe, expect, test } from "vitest";
import { listBelow, readTextBelow } from "./fileTree.ts";
import { NotAvailableHere } from "./notAvailableHere.ts";
import { withTree } from "./testing/withTree.ts";

describe("readTextBelow", () => {
  test.each([
    ["an absolute link starts again at the root", "/real/file"],
    ["a relative link starts at its own folder", "../real/file"],
    ["a link does not climb above the root", "../../../../../../../../real/file"],
    ["a link may lead through a linked folder", "/linked/file"],
  ])("%s", async (_, link) => {
    const tree = {
      "/real/file": "inside",
      "/linked": { link: "/real" },
      "/etc/file": { link },
    };

    expect(await withTree(tree, (root) => readTextBelow(root, "/etc/file"))).toBe(
      "inside",
    );
  });

  test("does not find a file of the host through a link", async () => {
    const text = await withTree({ "/host": "secret" }, (host) =>
      withTree({ "/etc/file": { link: `${host}/host` } }, (root) =>
        readTextBelow(root, "/etc/file"),
      ),
    );

    expect(text).toBeNull();
  });

  test.each([
    ["a missing file", "/missing"],
    ["a path through a file", "/file/below"],
    ["a folder", "/folder"],
    ["a link that leads nowhere", "/dangling"],
  ])("finds no text in %s", async (_, path) => {
    const tree = {
      "/file": "text",
      "/folder/file": "text",
      "/dangling": { link: "/nowhere" },
    };

    expect(await withTree(tree, (root) => readTextBelow(root, path))).toBeNull();
  });

  test("says that a loop of links cannot be read", async () => {
    const tree = { "/a": { link: "/b" }, "/b": { link: "/a" } };

    const error = await withTree(tree, (root) =>
      readTextBelow(root, "/a").catch((reason: unknown) => reason),
    );

    expect(error).toBeInstanceOf(NotAvailableHere);
  });
});

describe("listBelow", () => {
  test("lists a linked folder by code unit", async () => {
    const tree = { "/real/b": "", "/real/a": "", "/real/B": "", "/x": { link: "/real" } };

    expect(await withTree(tree, (root) => listBelow(root, "/x"))).toEqual([
      "B",
      "a",
      "b",
    ]);
  });

  test("finds no names where there is no folder", async () => {
    expect(await withTree({}, (root) => listBelow(root, "/x"))).toBeNull();
  });
});
