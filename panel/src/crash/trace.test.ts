import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crashReport } from "../../../src/policy/index.ts";
import { hostileText } from "../system/testing/hostileFileTexts.ts";
import { buildCrashReport } from "./buildCrashReport.ts";
import { parseNativeTrace } from "./parseNativeTrace.ts";
import { readMaps } from "./readMaps.ts";
import { relativeAddresses } from "./relativeAddresses.ts";

const printed = `Something that the program said /srv/jane
----- Native stack trace -----

 1: 0x931db0 node::Abort() [/srv/jane/bin/node]
 2: 0x7f24cf64f00  [/usr/lib/x86_64-linux-gnu/libc.so.6]
 3: 0x7fc22dd8f08d 
10: 0x1f v8::Array<int[4]>::At(int) [/srv/jane/secret.so]

----- JavaScript stack trace -----

1: [eval]:1:34
2: 0x99 (/srv/jane/app.js:1:1)
`;

const maps = `00400000-00746000 r--p 00000000 fe:00 53 /opt/node
0074a000-03044000 r-xp 0034a000 fe:00 53 /opt/node
7fc22dd80000-7fc22df85000 r-xp 01627000 fe:00 53 /opt/node
7fc24cf3e000-7fc24cf64000 r--p 00000000 fe:00 33 /usr/lib/libc.so.6
7fc24cf64000-7fc24d0ba000 r-xp 00026000 fe:00 33 /usr/lib/libc.so.6
7fc24e000000-7fc24e100000 r-xp 00000000 fe:00 34 /srv/jane doe/secret.so (deleted)
7fc250000000-7fc250100000 r-xp 00000000 00:00 0
7fff00000000-7fff00001000 r-xp 00000000 00:00 0 [vdso]
`;

describe("parseNativeTrace", () => {
  test("takes of each native line the address and a base name that is known", () => {
    expect(parseNativeTrace(printed)).toEqual([
      { address: 0x931db0n, file: "node" },
      { address: 0x7f24cf64f00n, file: "libc.so.6" },
      { address: 0x7fc22dd8f08dn },
      { address: 0x1fn },
    ]);
  });

  test.each(["", "Error: no\n    at file:///srv/jane/app.js:1:1\n"])(
    "finds nothing in %j",
    (text) => {
      expect(parseNativeTrace(text)).toEqual([]);
    },
  );
});

describe("relativeAddresses", () => {
  test.each([
    ["in the first part of a file", "0x400010", { address: "0x10", library: "node" }],
    ["in its code", "0x931db0", { address: "0x531db0", library: "node" }],
    [
      "in code that V8 mapped again, as where it was loaded",
      "0x7fc22dd8f08d",
      { address: "0x163608d", library: "node" },
    ],
    ["in a library", "0x7fc24cf64001", { address: "0x26001", library: "libc.so.6" }],
    ["in a file of unknown name", "0x7fc24e000abc", { address: "0xabc" }],
    ["in no file", "0x7fc250000001", { address: "0x7fc250000001" }],
    ["in the kernel's page", "0x7fff00000001", { address: "0x7fff00000001" }],
    ["just after a library", "0x7fc24d0ba000", { address: "0x7fc24d0ba000" }],
  ])("states an address %s", (_name, address, expected) => {
    const frames = [{ address: BigInt(address), file: "libm.so.6" }];

    expect(relativeAddresses(frames, readMaps(maps))).toEqual([expected]);
  });

  test("leaves addresses as they are where there are no maps", () => {
    expect(relativeAddresses(parseNativeTrace(printed).slice(0, 1), undefined)).toEqual([
      { address: "0x931db0", library: "node" },
    ]);
  });
});

describe("buildCrashReport", () => {
  const product = { version: "0.1.0", libraries: [{ name: "uv", version: "1.51.0" }] };

  test("holds what the policy discloses", () => {
    const report = buildCrashReport(product, {
      ...{ process: "client", signal: "SIGABRT", trace: printed, maps },
    });

    expect(report).toEqual({
      version: "0.1.0",
      libraries: [{ name: "uv", version: "1.51.0" }],
      stackTrace: {
        process: "client",
        signal: 6,
        addresses: [
          { address: "0x531db0", library: "node" },
          { address: "0x7f24cf64f00" },
          { address: "0x163608d", library: "node" },
          { address: "0x1f" },
        ],
      },
    });
  });

  test("holds nothing free-form, whatever was printed and mapped", () => {
    const line = fc
      .tuple(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), hostileText, hostileText)
      .map(([at, symbol, path]) => ` 1: 0x${at.toString(16)} ${symbol} [/usr/${path}]`);
    const mapping = hostileText.map(
      (path) => `0000-ffffffffffffffff r-xp 00000000 fe:00 5 /usr/lib/${path}`,
    );
    fc.assert(
      fc.property(fc.array(line), mapping, (lines, mapped) => {
        const trace = `----- Native stack trace -----\n\n${lines.join("\n")}`;
        const report = buildCrashReport(product, {
          ...{ process: "server", signal: "SIGSEGV", trace, maps: mapped },
        });

        expect(crashReport.safeParse(report).success).toBe(true);
        for (const { library } of report.stackTrace.addresses) {
          expect(library).toBeUndefined();
        }
      }),
    );
  });
});
