import { tmpdir } from "node:os";
import { describe, expect, test } from "vitest";
import { NotAvailableHere } from "./notAvailableHere.ts";
import { queryRpm } from "./queryRpm.ts";
import { standInRpm } from "./testing/standInRpm.ts";

describe("queryRpm", () => {
  test("does not wait for an rpm that does not end", async () => {
    await standInRpm("exec tail -f /dev/null");

    await expect(queryRpm(tmpdir(), 200)).rejects.toThrow(NotAvailableHere);
  });

  test("takes what follows a warning", async () => {
    await standInRpm('echo "warning: Found bdb_ro" >&2; printf "bash\\t5.1\\n"');

    expect(await queryRpm(tmpdir())).toBe("bash\t5.1\n");
  });
});
