import {
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Payloads } from "../../src/panel/index.ts";
import { policyInForce } from "../../src/policy/demo/referencePolicy.ts";
import { createPayloads } from "./payloads.ts";

const policy = policyInForce("2025-07-24");
const status = "/var/lib/dpkg/status";

/** The files of a machine that change, and what each of them says by a digit. */
const files = {
  "/etc/os-release": (digit: number) => `NAME="Debian"\nVERSION_ID="${digit}"\n`,
  "/usr/lib/os-release": (digit: number) => `NAME="Debian"\nVERSION_ID="1${digit}"\n`,
  [status]: (digit: number) => paragraph("nginx", digit),
  "/var/lib/dpkg/status.d/postfix": (digit: number) => paragraph("postfix", digit),
  "/var/lib/dpkg/status.d/redis": (digit: number) => paragraph("redis-server", digit),
};
type Path = keyof typeof files;
const paths = Object.keys(files) as Path[];

function paragraph(name: string, digit: number): string {
  return `Package: ${name}\nStatus: install ok installed\nVersion: 1.${digit}-1\n`;
}

/**
 * The ways in which a file comes to say something else, most of them within a millisecond and
 * at the same length.
 */
const ways = {
  write: (file, text) => writeFileSync(file, text),
  // A file that is new is of 1970: a whole second can be set again exactly.
  "write, and set the time back": (file, text) => {
    const before = statSync(file, { throwIfNoEntry: false })?.mtime ?? new Date(0);
    writeFileSync(file, text);
    utimesSync(file, before, before);
  },
  "rename over": (file, text) => {
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  },
  "remove and write anew": (file, text) => {
    rmSync(file, { force: true });
    writeFileSync(file, text);
  },
} satisfies Record<string, (file: string, text: string) => void>;
type Way = keyof typeof ways;

type Change =
  | { readonly path: Path; readonly way: Way; readonly digit: number }
  | { readonly path: Exclude<Path, typeof status>; readonly way: "remove" };

const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.oneof(
    fc.record({
      path: fc.constantFrom(...paths),
      way: fc.constantFrom(...(Object.keys(ways) as Way[])),
      digit: fc.integer({ min: 0, max: 9 }),
    }),
    // Without any distribution or package there is no answer to compare.
    fc.record({
      path: fc.constantFrom<Exclude<Path, typeof status>>(
        "/etc/os-release",
        "/var/lib/dpkg/status.d/postfix",
        "/var/lib/dpkg/status.d/redis",
      ),
      way: fc.constant("remove" as const),
    }),
  ),
  { minLength: 1, maxLength: 12 },
);

/** What the machine is, told from what was written to it alone. */
function expected(digits: ReadonlyMap<string, number>) {
  const digit = (path: Path) => digits.get(path);
  const own = digit("/etc/os-release");
  const service = (name: string, found: number | undefined) =>
    found === undefined ? [] : [{ name, version: `1.${found}` }];
  return {
    version: own === undefined ? `1${digit("/usr/lib/os-release")}` : `${own}`,
    services: [
      ...service("nginx", digit(status)),
      ...service("postfix", digit("/var/lib/dpkg/status.d/postfix")),
      ...service("redis", digit("/var/lib/dpkg/status.d/redis")),
    ],
  };
}

async function told(payloads: Payloads) {
  const { distribution, services } = JSON.parse(
    JSON.stringify(await payloads.read("server-statistics")),
  );
  return { version: distribution.version, services };
}

type Make = (systemRoot: string) => Payloads;

const own: Make = (systemRoot) => createPayloads(policy, { systemRoot, version: "1.0" });

/** Whether every answer is of the files as they lie there when it is asked for. */
function alwaysFresh(make: Make) {
  return fc.asyncProperty(changes, async (order) => {
    const root = mkdtempSync(join(tmpdir(), "klartext-fresh-"));
    try {
      const digits = new Map<string, number>();
      const change = (path: Path, way: Way, digit: number) => {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        ways[way](join(root, path), files[path](digit));
        digits.set(path, digit);
      };
      for (const path of paths) change(path, "write, and set the time back", 0);
      const payloads = make(root);
      await payloads.read("server-statistics");
      for (const step of order) {
        if (step.way === "remove") {
          rmSync(join(root, step.path), { force: true });
          digits.delete(step.path);
        } else {
          change(step.path, step.way, step.digit);
        }
        expect(await told(payloads)).toEqual(expected(digits));
      }
    } finally {
      rmSync(root, { recursive: true });
    }
  });
}

/** Keeps an answer as long as a key of the files stays the same. */
function keptBy(keyOf: (file: string) => string): Make {
  return (root) => {
    const payloads = own(root);
    let kept: { readonly key: string; readonly value: ReturnType<Payloads["read"]> };
    return {
      read: (purpose) => {
        const key = paths.map((path) => keyOf(join(root, path))).join("\n");
        if (kept?.key !== key) kept = { key, value: payloads.read(purpose) };
        return kept.value;
      },
    };
  };
}

const statOf = (file: string) => statSync(file, { bigint: true, throwIfNoEntry: false });

test("the statistics are of the files as they are when they are asked for", async () => {
  await fc.assert(alwaysFresh(own));
});

test.each<[string, (file: string) => string]>([
  ["that they are there", (file) => `${statOf(file) !== undefined}`],
  ["their size", (file) => `${statOf(file)?.size}`],
  [
    "their device, inode, size and time to the nanosecond",
    (file) => {
      const { dev, ino, size, mtimeNs } = statOf(file) ?? {};
      return `${dev} ${ino} ${size} ${mtimeNs}`;
    },
  ],
])("statistics kept by %s would be old ones", async (_, keyOf) => {
  const { failed } = await fc.check(alwaysFresh(keptBy(keyOf)));

  expect(failed).toBe(true);
});
