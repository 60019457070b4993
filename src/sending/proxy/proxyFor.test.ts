import { describe, expect, test } from "vitest";
import { proxyFor } from "./proxyFor.ts";

const url = "http://proxy.example:3128";
const goesThrough = (vendor: string, except?: string) =>
  proxyFor(new URL(vendor), { url, except }) !== null;

describe("a vendor that is called through the proxy", () => {
  test.each([
    ["https://vendor.example", undefined],
    ["https://vendor.example", ""],
    ["https://vendor.example", " , "],
    ["https://vendor.example", "other.example"],
    ["https://notvendor.example", "vendor.example"],
    ["https://vendor.example.org", "vendor.example"],
    ["https://vendor.example", ".vendor.example"],
    ["https://vendor.example", "*.vendor.example"],
    ["https://vendor.example", "vendor.example:8443"],
    ["https://vendor.example:8443", "vendor.example:443"],
    ["https://192.0.2.1", "192.0.2.2,192.0.3.0/24"],
    ["https://192.0.2.1", "192.0.2.1:8443"],
    ["https://[2001:db8::1]", "2001:db9::/32"],
    ["https://localhost.example", undefined],
    ["https://128.0.0.1", undefined],
  ])("%s, with the exceptions %s", (vendor, except) => {
    expect(goesThrough(vendor, except)).toBe(true);
  });
});

describe("a vendor that is called without it", () => {
  test.each([
    ["https://vendor.example", "*"],
    ["https://vendor.example", "other.example, vendor.example"],
    ["https://vendor.example", "other.example vendor.example"],
    ["https://vendor.example", "Vendor.Example."],
    ["https://vendor.example.", "vendor.example"],
    ["https://a.vendor.example", "vendor.example"],
    ["https://a.vendor.example", ".vendor.example"],
    ["https://a.b.vendor.example", "*.vendor.example"],
    ["https://vendor.example", "vendor.example:443"],
    ["https://vendor.example:8443", "vendor.example:8443"],
    ["https://bücher.example", "bücher.example"],
    ["https://192.0.2.1", "192.0.2.1"],
    ["https://192.0.2.1", "192.0.2.0/24"],
    ["https://192.0.2.1:8443", "192.0.2.1:8443"],
    ["https://[2001:db8::1]", "2001:db8::1"],
    ["https://[2001:db8::1]", "[2001:db8::1]"],
    ["https://[2001:db8::1]", "[2001:db8::1]:443"],
    ["https://[2001:db8::1]", "2001:db8::/32"],
  ])("%s is an exception of %s", (vendor, except) => {
    expect(goesThrough(vendor, except)).toBe(false);
  });

  test.each([
    "https://127.0.0.1:8443",
    "https://127.1",
    "https://127.9.9.9",
    "https://[::1]",
    "https://[::ffff:127.0.0.1]",
    "https://0.0.0.0",
    "https://localhost",
    "https://localhost.",
    "https://vendor.localhost",
  ])("%s is this machine, whatever the settings say", (vendor) => {
    expect(goesThrough(vendor)).toBe(false);
  });

  test("is any, where there is no proxy", () => {
    expect(proxyFor(new URL("https://vendor.example"), undefined)).toBeNull();
  });
});

describe("settings that cannot be used", () => {
  test.each([
    "<local>",
    "10.0.0.*",
    "/var/run/docker.sock",
    "10.0.0.0/33",
    "300.0.0.0/8",
    "a..b",
    "https://vendor.example",
    "[192.0.2.1]",
    "vendor.example:port",
  ])("say which exception is none: %s", (entry) => {
    const read = () => goesThrough("https://vendor.example", `other.example,${entry}`);

    expect(read).toThrow(TypeError);
    expect(read).toThrow(`"${entry}" is no name, address or network. Give `);
  });

  test("say so for this machine too, which needs none of them", () => {
    expect(() => proxyFor(new URL("https://127.0.0.1"), { url: "proxy:1" })).toThrow(
      "The proxy cannot be used: ",
    );
  });
});
