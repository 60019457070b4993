import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { startTestVendor } from "../../panel/src/vendor/testing/startTestVendor.ts";
import { serializePayload } from "../../src/payload/index.ts";
import type { CrashReport } from "../../src/policy/index.ts";

const keys: string[] = [];

vi.mock("node:crypto", async (original) => ({
  ...(await original<typeof import("node:crypto")>()),
  randomUUID: () => keys.shift() ?? "no key was foreseen",
}));

const count = 20;
const numbers = Array.from({ length: count }, (_, index) => index);

/** Four servers, five reports each, over three minutes. */
const connections = numbers.map((index) => ({
  from: `127.0.0.${1 + ((index * 7) % 4)}`,
  at: new Date(Date.UTC(2026, 2, 5, 10, 11 + Math.floor(index / 7), (index * 17) % 60)),
}));
const reports = numbers.map((index) => ({
  key: `${(index * 7919 + 4096).toString(16).padStart(8, "0")}-0000-4000-8000-000000000000`,
  address: `0xabcde${100 + index}`,
}));
const bodyOf = (address: string) =>
  serializePayload({
    version: "0.1.0",
    libraries: [{ name: "openssl", version: "3.5.1" }],
    stackTrace: { process: "client", signal: 6, addresses: [{ address }] },
  } satisfies CrashReport);

/** What a vendor keeps when report `order[i]` comes over connection `i`. */
async function keptAfter(order: readonly number[]) {
  let at = new Date(0);
  const vendor = await startTestVendor(() => at);
  for (const [index, { from, at: moment }] of connections.entries()) {
    const { key, address } = reports[order[index] ?? 0] ?? { key: "", address: "" };
    at = moment;
    keys.push(key);
    const { status } = await vendor.send("/v1/crash-reports", bodyOf(address), { from });
    expect(status).toBe(202);
  }
  await vendor.close();
  const read = (name: string) => readFile(join(vendor.folder, name), "latin1");
  const [store, log, files] = await Promise.all([
    read("vendor.sqlite"),
    read("access.log"),
    vendor.rawFiles(),
  ]);
  return { store, log, names: files.map(({ name }) => name).toSorted() };
}

describe("what the vendor keeps of 20 crash reports from four addresses", () => {
  test("is the same, byte for byte, whichever report came from whom", {
    timeout: 120_000,
  }, async () => {
    const { store, log, names } = await keptAfter(numbers);

    expect(names).toEqual([
      "access.log",
      "authority.pem",
      "server.pem",
      "signing.pem",
      "vendor.sqlite",
    ]);
    for (const { key, address } of reports) {
      expect([store.split(key).length, store.split(address).length]).toEqual([2, 2]);
    }
    expect(store).toContain("2026-03-05");
    expect(store).not.toMatch(/127\.0\.0|10:1[123]/);
    expect(log.trimEnd().split("\n")).toEqual(
      ["11", "12", "13"].flatMap((minute) =>
        [1, 2, 3, 4].map((host) => `2026-03-05T10:${minute}Z 127.0.0.${host}`),
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(numbers, { minLength: count }),
        async (order) => {
          const other = await keptAfter(order);
          expect(other.log).toBe(log);
          expect(other.store === store).toBe(true);
        },
      ),
      { numRuns: process.env.KLARTEXT_DEEP ? 50 : 5 },
    );
  });
});
