import { describe, expect, test } from "vitest";
import { parsePacmanDesc } from "./pacman.ts";

function desc(name: string, version: string) {
  return `%NAME%\n${name}\n\n%VERSION%\n${version}\n\n%DESC%\nA server\n\n`;
}

describe("parsePacmanDesc", () => {
  test.each([
    ["1.26.2-1", "1.26.2"],
    ["1:1.26.2-1", "1.26.2"],
    ["9.9p2-1.1", "9.9p2"],
  ])("tells of %s the upstream version alone", (version, upstream) => {
    expect(parsePacmanDesc(desc("nginx", version))).toEqual({
      name: "nginx",
      version: upstream,
    });
  });

  test("reads lines that end as on Windows", () => {
    const text = desc("nginx", "1.26.2-1").replaceAll("\n", "\r\n");

    expect(parsePacmanDesc(text)).toEqual({ name: "nginx", version: "1.26.2" });
  });

  test("leaves out a package whose entry ends within its version", () => {
    expect(parsePacmanDesc("%NAME%\nnginx\n\n%VERSION%\n1.2")).toBeNull();
  });

  test("does not take a description for a name", () => {
    const text = "%VERSION%\n1.0-1\n\n%DESC%\n%NAME%\nevil\n\n";

    expect(parsePacmanDesc(text)).toBeNull();
  });

  test.each(["", "%NAME%\nnginx\n", "%VERSION%\n1.0-1\n", desc("x", "r12.abc-1")])(
    "leaves out a package without a name or a version: %j",
    (text) => {
      expect(parsePacmanDesc(text)).toBeNull();
    },
  );
});
