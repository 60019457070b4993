import fc from "fast-check";
import { serializePayload } from "../../src/payload/index.ts";
import { crashSample, statistics } from "../../src/testing/index.ts";

/** Bytes that a panel could serve, out of malice or by mistake. */
export interface HostilePayload {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const scripts = [
  "<script>window.ran = true</script>",
  '"><img src=x onerror="window.ran = true">',
  "javascript:window.ran=true",
  "{{constructor.constructor('window.ran=true')()}}",
  "</pre><svg onload=window.ran=true>",
  "\u001b[2J\u0007\u0000",
  "\u202eevil\u202c\u2066x\u2069",
  "\u200b\u00ad\ufeff\u2028\u2029",
  "%s%n#{window.ran=true}<%= 7 %>",
  "=cmd|' /C calc'!A0",
  "e\u0301".repeat(40),
];

const text = (value: string) => new TextEncoder().encode(value);
const named = (name: string, value: string): HostilePayload => ({
  name,
  bytes: text(value),
});

/** Hostile words, half of them as they are and half written as `\uXXXX`. */
const word = fc.oneof(
  fc.constantFrom(...scripts),
  fc.string({ unit: "binary", maxLength: 20 }),
);

const written = fc
  .tuple(word, fc.boolean())
  .map(([value, isEscaped]) =>
    isEscaped ? serializePayload(value).trimEnd() : JSON.stringify(value),
  );

const whole = fc.constantFrom(
  serializePayload(statistics),
  serializePayload(crashSample),
);

/** A member more, whose name and value are hostile. */
const member = fc
  .tuple(whole, written, written)
  .map(([payload, name, value]) =>
    named("a member more", payload.replace("{", `{${name}: ${value},`)),
  );

/** A value that has become a hostile one. */
const replaced = fc
  .tuple(whole, fc.nat(), fc.oneof(written, fc.json()))
  .map(([payload, which, value]) => {
    const strings = [...payload.matchAll(/: ("[^"]*")/g)];
    const match = strings[which % strings.length];
    const found = match?.[1] ?? "";
    const at = (match?.index ?? 0) + 2;
    return named(
      "another value",
      payload.slice(0, at) + value + payload.slice(at + found.length),
    );
  });

/** Bytes of a good payload, some of which have become others. */
const broken = fc
  .tuple(
    whole,
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 }),
  )
  .map(([payload, changes]) => {
    const bytes = text(payload);
    for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
    return { name: "other bytes", bytes };
  });

const cut = fc
  .tuple(whole, fc.nat())
  .map(([payload, at]) => named("cut off", payload.slice(0, at % payload.length)));

const noise = fc
  .uint8Array({ maxLength: 200 })
  .map((bytes): HostilePayload => ({ name: "noise", bytes: Uint8Array.from(bytes) }));

const twice = fc
  .tuple(
    whole,
    fc.constantFrom("version", "id", "\\u0076ersion", "services", "__proto__"),
    written,
  )
  .map(([payload, name, value]) =>
    named("a name twice", payload.replace("{", `{"${name}": ${value}, "${name}": 1,`)),
  );

/** Any of these can be. */
export const hostilePayload = fc.oneof(member, replaced, broken, cut, noise, twice);

const nested = (open: string, close: string, depth: number) =>
  `${open.repeat(depth)}${close.repeat(depth)}`;

/** What chance would not come upon: sizes and depths. */
export const extremes: readonly HostilePayload[] = [
  named("nothing", ""),
  named("a byte order mark", `\ufeff${serializePayload(statistics)}`),
  named("a number alone", "7"),
  named("null", "null"),
  named("an empty object", "{}"),
  named("lists 100,000 deep", nested("[", "]", 100_000)),
  named("a version 100,000 lists deep", `{"version": ${nested("[", "]", 100_000)}}`),
  named(
    "objects 50,000 deep",
    `{"x":${nested('{"a":', "}", 50_000).replace("}", "1}")}}`,
  ),
  named(
    "one line of 1 MB",
    JSON.stringify({ ...statistics, version: "9".repeat(1_000_000) }),
  ),
  named(
    "30,000 members",
    JSON.stringify(
      Object.fromEntries(
        Array.from({ length: 30_000 }, (_, index) => [`m${index}`, index]),
      ),
    ),
  ),
  named(
    "30,000 services in one line",
    JSON.stringify({
      ...statistics,
      services: Array.from({ length: 30_000 }, () => ({ name: "a", version: "1" })),
    }),
  ),
  named("1,000,000 marks", JSON.stringify("\u202e\u200b".repeat(500_000))),
  named("9,000 marks", JSON.stringify("\u202e\u200b".repeat(4_500))),
  { name: "200,000 broken bytes", bytes: new Uint8Array(200_000).fill(0xff) },
  named("a name of 100,000 letters", JSON.stringify({ ["a".repeat(100_000)]: 1 })),
  named("numbers that are others", '{"version": 1e999, "signal": 9007199254740993}'),
  named(
    "a long name over many numbers",
    `{"${"k".repeat(100_000)}": [${Array(2_000).fill("1e999").join(",")}]}`,
  ),
  named(
    "one line of 3,000 addresses",
    JSON.stringify({
      ...crashSample,
      stackTrace: {
        ...crashSample.stackTrace,
        addresses: Array.from({ length: 3_000 }, () => ({ address: "0x1", host: "a" })),
      },
    }),
  ),
  named("an emoji where none can be", '{"a": 😀}'),
  { name: "more than 5 MB", bytes: new Uint8Array(5_000_001).fill(0x20) },
];
