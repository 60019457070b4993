import { X509Certificate } from "node:crypto";
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { serializePayload } from "../../../src/payload/index.ts";
import {
  type CrashReport,
  liveConfigPolicy,
  nilUuid,
  type ServerStatistics,
} from "../../../src/policy/index.ts";
import { startVendor } from "./startVendor.ts";
import { startTestVendor } from "./testing/startTestVendor.ts";

const id = "8c0f6c1e-1111-4111-8111-123456789abc";
const crashes = "/v1/crash-reports";
const statistics = "/v1/server-statistics";
const erasures = "/v1/erasures";

const statisticsOf = (pseudonym: string): ServerStatistics => ({
  id: pseudonym,
  distribution: { name: "Debian GNU/Linux", version: "12" },
  version: "0.1.0",
  services: [{ name: "nginx", version: "1.22.1" }],
});
const crash = (address = "0x12ab"): CrashReport => ({
  version: "0.1.0",
  libraries: [{ name: "openssl", version: "3.5.1" }],
  stackTrace: { process: "client", signal: 6, addresses: [{ address }] },
});

function testClock(start: string) {
  let at = new Date(start);
  return {
    now: () => at,
    set: (time: string) => {
      at = new Date(time);
    },
  };
}

describe("the vendor takes", () => {
  test("a crash report and statistics in the serializer's bytes", async () => {
    const vendor = await startTestVendor();

    expect(await vendor.send(crashes, serializePayload(crash()))).toMatchObject({
      status: 202,
    });
    expect(
      await vendor.send(statistics, serializePayload(statisticsOf(id))),
    ).toMatchObject({ status: 202 });
  });
});

describe("the vendor refuses", () => {
  const exact = serializePayload(statisticsOf(id));

  test.each([
    ["no JSON", statistics, "{"],
    ["the nil UUID", statistics, serializePayload(statisticsOf(nilUuid))],
    [
      "a value that is not disclosed",
      statistics,
      serializePayload({ ...statisticsOf(id), hostname: "web1" }),
    ],
    [
      "a value too little",
      statistics,
      serializePayload({ ...statisticsOf(id), services: undefined }),
    ],
    ["other white space", statistics, JSON.stringify(statisticsOf(id))],
    [
      "a name that stands twice",
      statistics,
      exact.replace("{\n", '{\n  "id": "jane",\n'),
    ],
    ["something after it", statistics, `${exact} `],
    ["statistics as a crash report", crashes, exact],
    ["an id that is none", erasures, serializePayload({ id: "%" })],
  ])("%s", async (_name, path, body) => {
    const vendor = await startTestVendor();

    expect(await vendor.send(path, body)).toEqual({ status: 400, json: null });
  });

  test("what is too large, of another type, or for another path", async () => {
    const vendor = await startTestVendor();
    const large = "x".repeat(64 * 1024 + 1);

    expect((await vendor.send(crashes, large)).status).toBe(413);
    expect((await vendor.send(crashes, exact, { type: "text/plain" })).status).toBe(415);
    expect((await vendor.send("/v1/other", exact)).status).toBe(404);
  });
});

describe("an erasure", () => {
  test("says how many it deleted, and asked again says the same", async () => {
    const clock = testClock("2026-03-05T10:11:12.345Z");
    const vendor = await startTestVendor(clock.now);
    await vendor.send(statistics, serializePayload(statisticsOf(id)));
    clock.set("2026-04-05T10:11:12.345Z");
    await vendor.send(statistics, serializePayload(statisticsOf(id)));
    const first = await vendor.send(erasures, serializePayload({ id }));
    clock.set("2026-04-30T23:00:00.000Z");
    const again = await vendor.send(erasures, serializePayload({ id }));

    expect(first).toEqual({
      status: 200,
      json: { deleted: 2, at: "2026-04-05T10:11:00Z" },
    });
    expect(again).toEqual(first);
  });

  test("leaves no trace of the id, and 410 for what comes under it", async () => {
    const vendor = await startTestVendor();
    const other = id.replace("8c0f", "9c0f");
    for (let count = 0; count < 60; count += 1) {
      const pseudonym =
        count % 2 ? id : id.replace("123456789abc", `12345678${count + 1000}`);
      await vendor.send(statistics, serializePayload(statisticsOf(pseudonym)));
    }
    await vendor.send(statistics, serializePayload(statisticsOf(other)));
    await vendor.send(erasures, serializePayload({ id }));
    const late = await vendor.send(statistics, serializePayload(statisticsOf(id)));
    const files = await vendor.rawFiles();

    expect(late.status).toBe(410);
    expect(files.filter(({ text }) => text.includes(id))).toEqual([]);
    expect(files.filter(({ text }) => text.includes(other))).not.toEqual([]);
  });

  test("is forgotten after thirty days", async () => {
    const clock = testClock("2026-03-05T10:00:00Z");
    const vendor = await startTestVendor(clock.now);
    await vendor.send(erasures, serializePayload({ id }));
    clock.set("2026-04-04T10:01:00Z");

    expect(
      (await vendor.send(statistics, serializePayload(statisticsOf(id)))).status,
    ).toBe(202);
  });
});

describe("what the vendor keeps", () => {
  test("tells the day of a crash and the month of statistics, no time or address", async () => {
    const clock = testClock("2026-03-05T10:11:12.345Z");
    const vendor = await startTestVendor(clock.now);
    await vendor.send(crashes, serializePayload(crash()), { from: "127.0.0.7" });
    await vendor.send(statistics, serializePayload(statisticsOf(id)));
    const [log, store] = await Promise.all([
      readFile(join(vendor.folder, "access.log"), "utf8"),
      readFile(join(vendor.folder, "vendor.sqlite"), "latin1"),
    ]);

    expect(log).toBe("2026-03-05T10:11Z 127.0.0.1\n2026-03-05T10:11Z 127.0.0.7\n");
    expect(store).toContain("2026-03-05");
    expect(store).not.toMatch(/10:11|127\.0\.0/);
  });

  test("does not say which of 20 crash reports came from which of four addresses", async () => {
    const vendor = await startTestVendor(() => new Date("2026-03-05T10:11:12Z"));
    const addresses = Array.from({ length: 20 }, (_, index) => `0xabcde${100 + index}`);
    for (const [index, address] of addresses.entries()) {
      const from = `127.0.0.${1 + (index % 4)}`;
      await vendor.send(crashes, serializePayload(crash(address)), { from });
    }
    const files = await vendor.rawFiles();
    const text = (name: string) => files.find((file) => file.name === name)?.text ?? "";
    const store = text("vendor.sqlite");
    const found = [...store.matchAll(/0xabcde\d{3}/g)].map(String);
    const pages = store.match(/[\s\S]{4096}/g) ?? [];
    const keysByPage = pages.map((page) =>
      [...page.matchAll(/([0-9a-f-]{36})crash-reports/g)].map(([, key]) => String(key)),
    );

    expect(text("access.log").split("\n").length - 1).toBe(4);
    expect(text("vendor.sqlite-wal")).toBe("");
    expect(found.toSorted()).toEqual(addresses);
    expect(keysByPage.flat()).toHaveLength(20);
    expect(found).not.toEqual(addresses);
    expect(found).not.toEqual(addresses.toReversed());
    for (const keys of keysByPage) {
      expect(keys).toEqual(keys.toSorted().toReversed());
    }
  });

  test("keeps an address in the log for seven days", async () => {
    const clock = testClock("2026-03-05T10:11:12Z");
    const vendor = await startTestVendor(clock.now);
    await vendor.send(crashes, "", { from: "127.0.0.7" });
    clock.set("2026-03-12T10:12:00Z");
    await vendor.send(crashes, "");

    expect(await readFile(join(vendor.folder, "access.log"), "utf8")).toBe(
      "2026-03-12T10:12Z 127.0.0.1\n",
    );
  });
});

describe("the vendor's authority", () => {
  test("is made once, and its keys are open to nobody else", async () => {
    const vendor = await startTestVendor();
    const { caPem } = await vendor.restart();
    const modes = await Promise.all(
      ["", "authority.pem", "server.pem"].map(async (name) =>
        ((await stat(join(vendor.folder, name))).mode & 0o777).toString(8),
      ),
    );

    expect(caPem).toBe(vendor.caPem);
    expect(caPem).not.toContain("PRIVATE");
    expect(modes).toEqual(["700", "600", "600"]);
  });

  test("stays when the server's certificate is renewed in its last month", async () => {
    const clock = testClock("2026-03-05T10:00:00Z");
    const vendor = await startTestVendor(clock.now, clock.now());
    const certificate = async () =>
      new X509Certificate(
        /-----BEGIN CERT[\s\S]*/.exec(
          await readFile(join(vendor.folder, "server.pem"), "utf8"),
        )?.[0] ?? "",
      );
    const first = await certificate();
    clock.set("2026-12-24T10:00:00Z");
    await vendor.restart();
    const kept = await certificate();
    clock.set("2027-02-20T10:00:00Z");
    const { caPem } = await vendor.restart();
    const renewed = await certificate();

    expect(kept.fingerprint256).toBe(first.fingerprint256);
    expect(renewed.fingerprint256).not.toBe(first.fingerprint256);
    expect(renewed.checkIssued(new X509Certificate(caPem))).toBe(true);
    expect(caPem).toBe(vendor.caPem);
  });

  test("names the file that is damaged", async () => {
    const vendor = await startTestVendor();
    await vendor.close();
    await writeFile(join(vendor.folder, "authority.pem"), "");

    await expect(
      startVendor({ folder: vendor.folder, port: 0, policy: liveConfigPolicy() }),
    ).rejects.toThrow("authority.pem");
  });
});
