import { access, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { paragraphOf } from "./support/failedStart.ts";
import { foldersOfFile } from "./support/foldersOfFile.ts";
import { runPanel } from "./support/runPanel.ts";

const timeout = 60_000;
const makeFolder = foldersOfFile();
const vendor = "https://vendor.example";

describe.concurrent("a setting that cannot be used", () => {
  test.for<[string, Record<string, string>, ...string[]]>([
    ["a port in words", { PORT: "http" }, "PORT=http", "0 to 65535", "PORT=4173"],
    ["a port below 0", { PORT: "-1" }, "PORT=-1", "PORT=4173"],
    ["a port above 65535", { PORT: "65536" }, "PORT=65536", "PORT=4173"],
    [
      "an unknown revision",
      { KLARTEXT_POLICY_REVISION: "2020-01-01" },
      "KLARTEXT_POLICY_REVISION=2020-01-01",
      "2025-07-24, 2026-03-01, 2026-04-01, bare",
    ],
    [
      "an origin with a path",
      { KLARTEXT_ORIGIN: "https://panel.example/privacy" },
      "KLARTEXT_ORIGIN=https://panel.example/privacy",
      "path",
      "KLARTEXT_ORIGIN=https://panel.example",
    ],
    [
      "an origin with a slash",
      { KLARTEXT_ORIGIN: "https://panel.example/" },
      "KLARTEXT_ORIGIN=https://panel.example.",
    ],
    ["the origin null", { KLARTEXT_ORIGIN: "null" }, "KLARTEXT_ORIGIN=null", "URL"],
    ["an origin of ftp", { KLARTEXT_ORIGIN: "ftp://x.example" }, "http or https"],
    [
      "a vendor over http",
      {
        KLARTEXT_VENDOR_URL: "http://vendor.example",
        KLARTEXT_VENDOR_CA: "package.json",
      },
      "KLARTEXT_VENDOR_URL=http://vendor.example",
      "https",
    ],
    [
      "a vendor that is no URL",
      { KLARTEXT_VENDOR_URL: "vendor.example", KLARTEXT_VENDOR_CA: "package.json" },
      "KLARTEXT_VENDOR_URL=vendor.example",
      "https://vendor.example",
    ],
    [
      "a vendor with a query",
      { KLARTEXT_VENDOR_URL: `${vendor}/?a`, KLARTEXT_VENDOR_CA: "package.json" },
      "query",
    ],
    [
      "a vendor with a fragment",
      { KLARTEXT_VENDOR_URL: `${vendor}/#a`, KLARTEXT_VENDOR_CA: "package.json" },
      "fragment",
    ],
    [
      "a vendor without its authority",
      { KLARTEXT_VENDOR_URL: vendor },
      "KLARTEXT_VENDOR_CA",
      "both",
    ],
    [
      "an authority without its vendor",
      { KLARTEXT_VENDOR_CA: "package.json", KLARTEXT_VENDOR_URL: "" },
      "KLARTEXT_VENDOR_URL",
      "both",
    ],
    [
      "a file tree that is not there",
      { KLARTEXT_SYSTEM_ROOT: "/nowhere/at/all" },
      "KLARTEXT_SYSTEM_ROOT=/nowhere/at/all",
      "folder",
    ],
    [
      "a file tree that is a file",
      { KLARTEXT_SYSTEM_ROOT: "package.json" },
      "KLARTEXT_SYSTEM_ROOT=package.json",
      "not a folder",
    ],
  ])(
    "%s ends the start before anything is written",
    { timeout },
    async ([, env, ...said]) => {
      const data = join(await makeFolder(), "data");
      const run = await runPanel({ PORT: "0", KLARTEXT_DATA: data, ...env });

      for (const part of said) expect(paragraphOf(run)).toContain(part);
      await expect(access(data)).rejects.toThrow("ENOENT");
    },
  );

  test("is named with every other one", { timeout }, async () => {
    const data = join(await makeFolder(), "data");
    const env = { PORT: "http", KLARTEXT_ORIGIN: "nowhere", KLARTEXT_DATA: data };
    const paragraph = paragraphOf(await runPanel(env));

    expect(paragraph).toContain("PORT=http");
    expect(paragraph).toContain("KLARTEXT_ORIGIN=nowhere");
  });

  test("is named without the password in it", { timeout }, async () => {
    const paragraph = paragraphOf(
      await runPanel({
        KLARTEXT_VENDOR_URL: "https://me:s3cret@vendor.example",
        KLARTEXT_VENDOR_CA: "package.json",
      }),
    );

    expect(paragraph).toContain("KLARTEXT_VENDOR_URL=https://vendor.example/ ");
    expect(paragraph).not.toContain("s3cret");
  });
});

describe.concurrent("a machine that does not let it", () => {
  test("have its port ends the start before anything is written", {
    timeout,
  }, async (context) => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    context.onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const data = join(await makeFolder(), "data");
    const run = await runPanel({ PORT: String(port), KLARTEXT_DATA: data });

    expect(paragraphOf(run)).toContain(`Port ${port} `);
    expect(paragraphOf(run)).toContain("PORT=0");
    await expect(access(data)).rejects.toThrow("ENOENT");
  });

  test.for([
    ["that is a file", "file", "a file where the folder should be"],
    ["below a file", "file/data", "a file where the folder should be"],
    ["that cannot be made", "/proc/klartext/data", ""],
    ["with too long a name", "x".repeat(300), "too long"],
    ["that is no place for files", "/proc/self", ""],
  ])("a data folder %s ends the start", { timeout }, async ([, name = "", why = ""]) => {
    const folder = await makeFolder({ file: "kept" });
    const data = name.startsWith("/") ? name : join(folder, name);
    const paragraph = paragraphOf(await runPanel({ PORT: "0", KLARTEXT_DATA: data }));

    expect(paragraph).toContain(data);
    expect(paragraph).toContain(why);
    expect(paragraph).toContain("KLARTEXT_DATA");
    expect(await readFile(join(folder, "file"), "utf8")).toBe("kept");
    expect(await readdir(folder)).toEqual(["file"]);
  });

  test.for<[string, string | Buffer, string]>([
    [
      "is no database",
      "This is a letter, not a database. ".repeat(200),
      "no SQLite database",
    ],
    [
      "is damaged",
      Buffer.concat([Buffer.from("SQLite format 3\0"), Buffer.alloc(8192, 0xff)]),
      "",
    ],
  ])("a store that %s ends the start and stays as it is", { timeout }, async (row) => {
    const [, content, why] = row;
    const folder = await makeFolder();
    await writeFile(join(folder, "panel.sqlite"), content);
    const paragraph = paragraphOf(await runPanel({ PORT: "0", KLARTEXT_DATA: folder }));

    expect(paragraph).toContain(folder);
    expect(paragraph).toContain(why);
    expect(paragraph).toContain("KLARTEXT_DATA");
    expect(await readFile(join(folder, "panel.sqlite"))).toEqual(Buffer.from(content));
  });

  test("a store whose name a folder has ends the start", { timeout }, async () => {
    const folder = await makeFolder();
    await mkdir(join(folder, "panel.sqlite"));
    const paragraph = paragraphOf(await runPanel({ PORT: "0", KLARTEXT_DATA: folder }));

    expect(paragraph).toContain(folder);
    expect(paragraph).toContain("KLARTEXT_DATA");
  });

  test.for([
    ["key", "vendor/server.pem", "not a certificate"],
    ["store", "vendor/vendor.sqlite", "not a database ".repeat(400)],
  ])(
    "a vendor whose %s is damaged ends the start",
    { timeout },
    async ([, name = "", content = ""]) => {
      const folder = await makeFolder({ [name]: content });
      const paragraph = paragraphOf(await runPanel({ PORT: "0", KLARTEXT_DATA: folder }));

      expect(paragraph).toContain(folder);
    },
  );

  test("write a file of that size ends the start", { timeout }, async () => {
    const data = join(await makeFolder(), "data");
    const run = await runPanel(
      { PORT: "0", KLARTEXT_DATA: data },
      { shell: "ulimit -f 1;" },
    );

    expect(paragraphOf(run)).toContain(data);
    expect(paragraphOf(run)).toContain("full");
  });
});

describe.concurrent("a signal", () => {
  test.for([
    ["SIGTERM", 0],
    ["SIGINT", 130],
  ] as const)("%s ends it with %i", { timeout }, async ([signal, code]) => {
    const data = join(await makeFolder(), "data");
    const run = await runPanel(
      { PORT: "0", KLARTEXT_DATA: data },
      { end: { after: "/docs/privacy", by: signal } },
    );

    expect(run).toMatchObject({ code, signal: null });
    expect(await readdir(data)).not.toContain("panel.sqlite-wal");
  });
});
