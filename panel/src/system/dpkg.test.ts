import { describe, expect, test } from "vitest";
import { parseDpkgControl, parseDpkgStatus } from "./dpkg.ts";

function paragraph(version: string, status = "install ok installed") {
  return `Package: nginx\nStatus: ${status}\nVersion: ${version}\n`;
}

describe("parseDpkgStatus", () => {
  test.each([
    ["1.22.1-9+deb12u1", "1.22.1"],
    ["1:9.2p1-2+deb12u3", "9.2p1"],
    ["1:10.11.6-0+deb12u1", "10.11.6"],
    ["2.4.57~rc1-2", "2.4.57~rc1"],
    ["5.0-rc1-3", "5.0-rc1"],
    ["12.4+deb12u11", "12.4+deb12u11"],
  ])("tells of %s the upstream version alone", (version, upstream) => {
    expect(parseDpkgStatus(paragraph(version)).get("nginx")).toBe(upstream);
  });

  test.each([
    ["install ok installed", 1],
    ["hold ok installed", 1],
    ["deinstall ok installed", 1],
    ["purge ok installed", 1],
    ["unknown ok installed", 1],
    ["install ok triggers-pending", 1],
    ["install ok triggers-awaited", 1],
    ["hold ok triggers-pending", 1],
    ["deinstall ok triggers-awaited", 1],
    ["install ok half-configured", 0],
    ["install ok unpacked", 0],
    ["install ok half-installed", 0],
    ["deinstall ok config-files", 0],
    ["purge ok not-installed", 0],
    ["install reinstreq installed", 0],
    ["install reinstreq half-installed", 0],
    ["install ok installed-not", 0],
    ["evil ok installed", 0],
    ["installed", 0],
  ])("counts %s as %i package", (status, count) => {
    expect(parseDpkgStatus(paragraph("1.0-1", status)).size).toBe(count);
  });

  test("does not take a folded line for a field", () => {
    const text = [
      "Package: base-files",
      "Status: install ok installed",
      "Version: 12.4",
      "Description: harmless",
      " Package: evil",
      "\tVersion: 6.6.6",
      " .",
      " ",
      " Package: evil",
      "",
    ].join("\n");

    expect(Array.from(parseDpkgStatus(text))).toEqual([["base-files", "12.4"]]);
  });

  test("keeps the first of two fields and of two packages", () => {
    const text = `${paragraph("1.0-1")}Package: ev\nVersion: 2\n\n${paragraph("3.0-1")}`;

    expect(Array.from(parseDpkgStatus(text))).toEqual([["nginx", "1.0"]]);
  });

  test("reads lines that end as on Windows", () => {
    const text = `${paragraph("1.0-1")}\n${paragraph("3.0-1").replace("nginx", "bash")}`;

    expect(Array.from(parseDpkgStatus(text.replaceAll("\n", "\r\n")))).toEqual([
      ["nginx", "1.0"],
      ["bash", "3.0"],
    ]);
  });

  test.each([
    ["both are installed", "install ok installed"],
    ["the other one is removed", "deinstall ok config-files"],
  ])("tells a package of two architectures once where %s", (_, status) => {
    const [i386, amd64] = ["i386", "amd64"].map((name) => `Architecture: ${name}\n`);
    const text = `${paragraph("1.0-1", status)}${i386}\n${paragraph("1.0-1")}${amd64}\n`;

    expect(Array.from(parseDpkgStatus(text))).toEqual([["nginx", "1.0"]]);
  });

  test("knows a field in any case", () => {
    const text = "package: nginx\nSTATUS: install ok installed\nversion: 1.0-1\n";

    expect(parseDpkgStatus(text).get("nginx")).toBe("1.0");
  });

  test("leaves out a package without a status", () => {
    expect(parseDpkgStatus("Package: nginx\nVersion: 1.0-1\n").size).toBe(0);
  });
});

describe("parseDpkgControl", () => {
  test("takes what is listed for installed", () => {
    const text = "Package: openssl\nVersion: 3.0.15-1~deb12u1\n";

    expect(Array.from(parseDpkgControl(text))).toEqual([["openssl", "3.0.15"]]);
  });

  test.each([
    ["install ok installed", 1],
    ["deinstall ok config-files", 0],
  ])("heeds a status where there is one: %s", (status, count) => {
    expect(parseDpkgControl(paragraph("1.0-1", status)).size).toBe(count);
  });

  test("leaves out a package whose file ends within its version", () => {
    expect(parseDpkgControl("Package: openssl\nVersion: 3.0").size).toBe(0);
  });

  test("finds no package in a list of checksums", () => {
    expect(parseDpkgControl("d41d8cd98f00b204  usr/bin/openssl\n").size).toBe(0);
  });
});
