import { describe, expect, test } from "vitest";
import { NotAvailableHere } from "./notAvailableHere.ts";
import { requireLinux } from "./requireLinux.ts";

describe("requireLinux", () => {
  test.each(["darwin", "win32", "freebsd"] as const)(
    "refuses to describe a host that runs %s",
    (platform) => {
      expect(() => requireLinux("/", platform)).toThrow(NotAvailableHere);
      expect(() => requireLinux("/tmp/..", platform)).toThrow(platform);
    },
  );

  test("lets a Linux host be described", () => {
    expect(() => requireLinux("/", "linux")).not.toThrow();
  });

  test("lets another file tree be described anywhere", () => {
    expect(() => requireLinux("/mnt/image", "darwin")).not.toThrow();
  });
});
