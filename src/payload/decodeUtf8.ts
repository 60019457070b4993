/** Bytes that are no UTF-8, and the replacement character that stands for them in the text. */
export interface BrokenBytes {
  /** The offset of the replacement character in the text. */
  readonly offset: number;
  /** The bytes in hexadecimal, such as `C3 28`. */
  readonly hex: string;
}

interface DecodedUtf8 {
  readonly text: string;
  readonly broken: readonly BrokenBytes[];
}

/**
 * Reads bytes as UTF-8. Each run that is none becomes one U+FFFD and is named, so that it
 * can be shown where it stands (Unicode § 3.9, maximal subparts; RFC 3629). A byte order
 * mark stays. After more than `most` of them it reads no further.
 */
export function decodeUtf8(
  bytes: Uint8Array,
  maxBroken = Number.POSITIVE_INFINITY,
): DecodedUtf8 {
  const fatal = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  try {
    return { text: fatal.decode(bytes), broken: [] };
  } catch {
    return decodeBroken(bytes, fatal, maxBroken);
  }
}

function decodeBroken(
  bytes: Uint8Array,
  decoder: TextDecoder,
  maxBroken: number,
): DecodedUtf8 {
  const broken: BrokenBytes[] = [];
  let text = "";
  let start = 0;
  for (let at = 0; at < bytes.length; ) {
    const { length, valid } = sequence(bytes, at);
    if (!valid) {
      text += decoder.decode(bytes.subarray(start, at));
      broken.push({ offset: text.length, hex: toHex(bytes.subarray(at, at + length)) });
      text += "\ufffd";
      start = at + length;
      if (broken.length > maxBroken) return { text, broken };
    }
    at += length;
  }
  return { text: text + decoder.decode(bytes.subarray(start)), broken };
}

/** The sequence that begins here: well-formed, or the longest beginning of such a one. */
function sequence(bytes: Uint8Array, at: number): { length: number; valid: boolean } {
  const first = bytes[at] ?? 0;
  const following =
    first < 0x80
      ? 0
      : inRange(first, 0xc2, 0xdf)
        ? 1
        : inRange(first, 0xe0, 0xef)
          ? 2
          : 3;
  if (following === 0) return { length: 1, valid: true };
  if (!inRange(first, 0xc2, 0xf4)) return { length: 1, valid: false };
  for (let index = 1; index <= following; index += 1) {
    const [low, high] = index === 1 ? secondByte(first) : anyFollowing;
    if (!inRange(bytes[at + index] ?? 0, low, high))
      return { length: index, valid: false };
  }
  return { length: following + 1, valid: true };
}

const anyFollowing = [0x80, 0xbf] as const;

/** Overlong forms, surrogates and what lies above U+10FFFF are no UTF-8. */
function secondByte(first: number): readonly [number, number] {
  switch (first) {
    case 0xe0:
      return [0xa0, 0xbf];
    case 0xed:
      return [0x80, 0x9f];
    case 0xf0:
      return [0x90, 0xbf];
    case 0xf4:
      return [0x80, 0x8f];
    default:
      return anyFollowing;
  }
}

function inRange(byte: number, low: number, high: number): boolean {
  return byte >= low && byte <= high;
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte.toString(16).toUpperCase().padStart(2, "0"),
  ).join(" ");
}
