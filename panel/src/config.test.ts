import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { policyInForce } from "../../src/policy/demo/referencePolicy.ts";
import { makeFolder } from "../../test/support/folder.ts";
import { ConfigError, readConfig } from "./config.ts";

describe("readConfig", () => {
  test("has a default for everything, and no lock", () => {
    expect(readConfig({})).toEqual({
      port: 4173,
      dataFolder: resolve(".data"),
      systemRoot: "/",
      origin: undefined,
      policyRevision: "2025-07-24",
      lock: null,
      isNewEpoch: false,
      allowUnseen: false,
    });
  });

  test("takes what is given", () => {
    const config = readConfig({
      PORT: "0",
      KLARTEXT_DATA: "/srv/klartext",
      KLARTEXT_SYSTEM_ROOT: "/tmp",
      KLARTEXT_ORIGIN: "https://panel.example",
      KLARTEXT_NEW_EPOCH: "1",
      KLARTEXT_ALLOW_UNSEEN: "1",
      DO_NOT_TRACK: "1",
    });

    expect(config).toEqual({
      port: 0,
      dataFolder: "/srv/klartext",
      systemRoot: "/tmp",
      origin: "https://panel.example",
      policyRevision: "2025-07-24",
      lock: "do-not-track",
      isNewEpoch: true,
      allowUnseen: true,
    });
  });

  test("reads the token that a file holds, and tells nothing of one that it cannot use", async () => {
    const folder = await makeFolder({ good: `${"t".repeat(43)}\n`, bad: "s3cret" });
    const read = (name: string) =>
      readConfig({ KLARTEXT_TOKEN_FILE: `${folder}/${name}` });

    expect(read("good").token).toBe("t".repeat(43));
    expect(() => read("bad")).toThrow(
      /it holds no token of 43 .* `openssl rand -hex 32` writes/,
    );
    expect(() => read("bad")).not.toThrow("s3cret");
    expect(() => read("none")).toThrow("there is no such file or folder");
  });

  test.each(["", " ", "0", "false", "no", " No\n", "FALSE", undefined])(
    "is not locked by DO_NOT_TRACK=%s",
    (value) => {
      expect(readConfig({ DO_NOT_TRACK: value }).lock).toBeNull();
    },
  );

  test.each(["1", "true", "yes", "1 ", "on", "00", "2", "off", "please"])(
    "is locked by DO_NOT_TRACK=%s",
    (value) => {
      expect(readConfig({ DO_NOT_TRACK: value }).lock).toBe("do-not-track");
    },
  );

  test.each([
    "PORT",
    "KLARTEXT_DATA",
    "KLARTEXT_SYSTEM_ROOT",
    "KLARTEXT_POLICY_REVISION",
    "KLARTEXT_ORIGIN",
    "KLARTEXT_VENDOR_URL",
    "KLARTEXT_VENDOR_CA",
  ])("takes an empty %s as one that is not set", (name) => {
    expect(readConfig({ [name]: "" })).toEqual(readConfig({}));
  });

  test.each([
    ["PORT", "http"],
    ["PORT", "-1"],
    ["PORT", "80.5"],
    ["PORT", "0x50"],
    ["PORT", "4173 "],
    ["PORT", "65536"],
    ["PORT", "100000"],
    ["KLARTEXT_ORIGIN", "panel.example"],
    ["KLARTEXT_ORIGIN", "ftp://panel.example"],
    ["KLARTEXT_ORIGIN", "https://panel.example/privacy"],
    ["KLARTEXT_ORIGIN", "https://panel.example?"],
    ["KLARTEXT_ORIGIN", "https://panel.example:443"],
  ])("refuses %s=%s, and says what it should be", (name, value) => {
    const remedy = name === "PORT" ? "from 0 to 65535" : "https://panel.example";
    const read = () => readConfig({ [name]: value });

    expect(read).toThrow(ConfigError);
    expect(read).toThrow(`${name}=${value} cannot be used: `);
    expect(read).toThrow(remedy);
  });

  test("has the proxy of its environment, in capital or small letters", () => {
    const HTTPS_PROXY = "http://proxy.example:3128";
    const https_proxy = "http://other.example:3128";

    expect(readConfig({}).proxy).toBeUndefined();
    expect(readConfig({ HTTPS_PROXY, NO_PROXY: ".local" }).proxy).toEqual({
      ...{ url: HTTPS_PROXY, except: ".local" },
    });
    expect(
      readConfig({ HTTPS_PROXY, https_proxy, NO_PROXY: "a", no_proxy: "b" }).proxy,
    ).toEqual({ url: https_proxy, except: "b" });
    expect(readConfig({ HTTPS_PROXY, https_proxy: "" }).proxy?.url).toBe(HTTPS_PROXY);
  });

  test("does not look at exceptions of no proxy", () => {
    expect(readConfig({ NO_PROXY: "<local>" }).proxy).toBeUndefined();
  });

  test.each([
    [{ HTTPS_PROXY: "https://proxy.example" }, "http://proxy.example:3128"],
    [{ https_proxy: "socks5://proxy.example" }, "http://proxy.example:3128"],
    [{ HTTPS_PROXY: "http://proxy.example", NO_PROXY: "<local>" }, ".example.org"],
  ])("refuses %j, and says what it should be", (env, remedy) => {
    expect(() => readConfig(env)).toThrow(ConfigError);
    expect(() => readConfig(env)).toThrow(/^(HTTPS|NO)_PROXY=\S+ cannot be used: /);
    expect(() => readConfig(env)).toThrow(remedy);
  });

  test.each([
    "ada:geheim@proxy.example:3128",
    "http://ada:geheim@proxy.example:99999",
    "http://ada:geh/eim@proxy.example:3128",
    "http://ada:12?geheim@proxy.example:3128",
    "http://ada:geheim%@proxy.example:3128",
    "http://ada:geh@eim@proxy.example/x",
    "http://ada:geheim\n@proxy.example/x",
    "https://ada:geheim@proxy.example",
  ])("prints nothing of the credentials of %s", (HTTPS_PROXY) => {
    const read = () => readConfig({ HTTPS_PROXY });

    expect(read).toThrow("proxy.example");
    expect(read).not.toThrow(/geh|eim|ada/);
  });

  test("keeps what it refuses on one line", () => {
    expect(() => readConfig({ PORT: "1\n\u2028x" })).toThrow(/^PORT=1\uFFFD\uFFFDx .+$/);
  });

  test("names all that is wrong at once", () => {
    const read = () => readConfig({ PORT: "http", KLARTEXT_ORIGIN: "nowhere" });

    expect(read).toThrow(/PORT=http/);
    expect(read).toThrow(/KLARTEXT_ORIGIN=nowhere/);
  });

  test.each(["2025-07-24", "2026-03-01", "2026-04-01", "bare"])(
    "takes %s as the policy in force, and names it where it refuses another",
    (name) => {
      const refused = () => readConfig({ KLARTEXT_POLICY_REVISION: "2020-01-01" });

      expect(readConfig({ KLARTEXT_POLICY_REVISION: name }).policyRevision).toBe(name);
      expect(() => policyInForce(name)).not.toThrow();
      expect(refused).toThrow(name);
    },
  );
});
