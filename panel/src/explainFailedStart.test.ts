import { describe, expect, test } from "vitest";
import { readConfig } from "./config.ts";
import { explainFailedStart } from "./explainFailedStart.ts";

const config = readConfig({ KLARTEXT_DATA: "/srv/klartext", PORT: "80" });

/** An error as Node and SQLite make them. */
function failure(code: string, more: object = {}): Error {
  return Object.assign(new Error(`${code}: what Node says\n    of it`), {
    code,
    ...more,
  });
}

describe("explainFailedStart", () => {
  test.each([
    [failure("EADDRINUSE", { syscall: "listen" }), "Port 80 ", "PORT=4174"],
    [failure("EACCES", { syscall: "listen" }), "Port 80 ", "above 1023"],
    [failure("EACCES", { path: "/srv" }), "/srv/klartext", "this user may not"],
    [failure("EPERM", { path: "/srv/klartext" }), "/srv/klartext", "this user may not"],
    [failure("EROFS", { path: "/srv/klartext" }), "/srv/klartext", "read-only"],
    [failure("ENOSPC", { path: "/srv/klartext/a" }), "/srv/klartext", "no room"],
    [failure("EDQUOT", { path: "/srv/klartext/a" }), "/srv/klartext", "quota"],
    [failure("SQLITE_FULL"), "/srv/klartext", "no room"],
    [failure("SQLITE_READONLY_DIRECTORY"), "/srv/klartext", "may not write"],
    [failure("SQLITE_CORRUPT_INDEX"), "/srv/klartext", "damaged"],
    [failure("SQLITE_BUSY"), "/srv/klartext", "another program"],
    [failure("SQLITE_IOERR_WRITE"), "/srv/klartext", "disk"],
  ])("says of %s what, why, and what to do, on one line", (error, what, why) => {
    const paragraph = explainFailedStart(error, config);

    expect(paragraph).toMatch(/^Klartext did not start\. .+\.$/);
    expect(paragraph).toContain(what);
    expect(paragraph).toContain(why);
    expect(paragraph).toMatch(/PORT=|KLARTEXT_DATA/);
  });

  test.each([
    failure("EMFILE"),
    failure("ENOENT", { path: "/elsewhere" }),
    new TypeError("x is not a function"),
    "a text",
    undefined,
  ])("does not guess at the cause of %s, and blames no setting", (error) => {
    const paragraph = explainFailedStart(error, config);

    expect(paragraph).toMatch(/^Klartext did not start\. The cause is not known .+\.$/);
    expect(paragraph).not.toMatch(/PORT|KLARTEXT_/);
  });

  test("explains what failed before there were settings", () => {
    expect(explainFailedStart(failure("SQLITE_FULL"), undefined)).not.toContain(
      "undefined",
    );
  });
});
