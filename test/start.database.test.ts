import { access } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { makeFolder } from "./support/folder.ts";
import { startReceiver } from "./support/receiver.ts";
import { runPanel } from "./support/runPanel.ts";
import { emptyDatabase, sharedPostgres } from "./support/sharedPostgres.ts";

const timeout = 60_000;

beforeAll(async () => void (await sharedPostgres()), timeout);

/** Does something in a database as the user who may do everything. */
async function ask(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** What a start says that fails: one paragraph, and nothing in the folder. */
async function paragraph(env: Readonly<Record<string, string>>): Promise<string> {
  const data = join(await makeFolder(), "data");
  const vendor = await startReceiver();
  const { code, stdout, stderr } = await runPanel({
    ...{ PORT: "0", KLARTEXT_DATA: data },
    ...vendor.env,
    ...env,
  });
  expect(stderr).toMatch(/^Klartext did not start\. [^\n]+\n$/);
  expect([code, stdout]).toEqual([1, ""]);
  await expect(access(data)).rejects.toThrow("ENOENT");
  return stderr;
}

describe("a database that cannot be used ends the start with one paragraph:", () => {
  test("no vendor is named", { timeout }, async () => {
    const said = await paragraph({
      KLARTEXT_DATABASE_URL: "postgres://panel@127.0.0.1/panel",
      ...{ KLARTEXT_VENDOR_URL: "", KLARTEXT_VENDOR_CA: "" },
    });

    expect(said).toContain("KLARTEXT_DATABASE_URL is set and KLARTEXT_VENDOR_URL is not");
  });

  test.for([
    ["no URL", "panel", "that is not postgres://"],
    ["another database", "mysql://panel@127.0.0.1/panel", "that is not postgres://"],
  ] as const)("%s", { timeout }, async ([, url, why]) => {
    const said = await paragraph({ KLARTEXT_DATABASE_URL: url });

    expect(said).toContain(why);
    expect(said).toContain("postgres://panel@127.0.0.1/panel");
  });

  test("no server is there", { timeout }, async () => {
    const said = await paragraph({
      KLARTEXT_DATABASE_URL: "postgres://panel:secret@127.0.0.1:1/panel",
    });

    expect(said).toContain("The database server cannot be reached.");
    expect(said).toContain("KLARTEXT_DATABASE_URL");
    expect(said).not.toContain("secret");
  });

  test("no such user, or not with that password", { timeout }, async () => {
    const { urlOf } = await sharedPostgres();
    const said = await paragraph({ KLARTEXT_DATABASE_URL: urlOf("nobody_knows") });

    expect(said).toContain("does not let this user in");
  });

  test("no such database", { timeout }, async () => {
    const { url } = await sharedPostgres();
    const said = await paragraph({
      KLARTEXT_DATABASE_URL: url.replace("/postgres?", "/nowhere?"),
    });

    expect(said).toContain("There is no database of that name.");
  });

  test("no right to make the schema", { timeout }, async () => {
    const url = await emptyDatabase();
    await ask(url, "CREATE ROLE poor LOGIN");
    const said = await paragraph({
      KLARTEXT_DATABASE_URL: url.replace("//postgres@", "//poor@"),
    });

    expect(said).toContain("The database user may not do that.");
    expect(said).toContain("GRANT CREATE ON DATABASE");
  });

  test("tables of something else", { timeout }, async () => {
    const url = await emptyDatabase();
    await ask(url, "CREATE SCHEMA klartext; CREATE TABLE klartext.other (n integer)");

    expect(await paragraph({ KLARTEXT_DATABASE_URL: url })).toContain(
      "It holds tables of something else.",
    );
  });

  test("tables of a later version", { timeout }, async () => {
    const url = await emptyDatabase();
    await ask(
      url,
      `CREATE SCHEMA klartext;
       CREATE TABLE klartext.schema_version (number integer, oldest integer);
       INSERT INTO klartext.schema_version VALUES (99, 98)`,
    );
    const said = await paragraph({ KLARTEXT_DATABASE_URL: url });

    expect(said).toContain("They have version 99");
    expect(said).toContain("Start the later version");
  });
});
