import fc from "fast-check";

/** Texts that must never come out of a machine's files, whatever field they stand in. */
export const hostileTexts = [
  'nginx"><script>alert(1)</script>',
  "/home/jane.doe/nginx",
  "1.22.1/home/jane",
  "C:\\Users\\jane",
  "1.0\u202e0.1",
  "1.0\u200b",
  "1.0\u0000",
  "1.0\r\nPackage: evil",
  "1.0\n\nPackage: evil\nStatus: install ok installed\nVersion: 9.9-1",
  "1.0\n Package: evil",
  "1.0\n\nP:evil\nV:9.9-r0",
  "1.0\n\n%NAME%\nevil\n\n%VERSION%\n9.9-1",
  "jane@example.org",
  "1.0 (built by jane)",
  "１.２",
  "__proto__",
  "1".repeat(65),
] as const;

/** Any text at all, with the worst of them often. */
export const hostileText = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.string({ unit: fc.constantFrom(..."\n\t :%-.0aPV\"'\\$"), maxLength: 40 }),
);
