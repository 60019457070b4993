import { maxShownBytes } from "../payload/readPayload.ts";
import type { Answer } from "./answer.ts";
import { OutsideContract } from "./errors.ts";

/** The most bytes that are read, by what they are. */
export const maxBytes = {
  /** Twice of what a page shows: what is somewhat too large can still be saved. */
  bytes: 2 * maxShownBytes,
  /** A page of fifty entries, and all purposes with their deletions, stay under 100 KB. */
  json: 1_000_000,
  /** The built-in policy has 10 KB. */
  text: 1_000_000,
  /** A problem document is a type and some words (RFC 9457). */
  problem: 64_000,
} as const;

export type BodyKind = keyof typeof maxBytes;

/**
 * Reads a body and counts: `Content-Length` may be missing, false, or of a compressed body.
 *
 * @throws {OutsideContract} when there is more than is read of its kind; the rest is given up.
 * @throws {PanelUnreachable} when it breaks off.
 * @throws {ConfigError} `invalid-fetch` where what a host's `fetch` gives is no bytes.
 */
export async function readBody(
  { status, chunks: read }: Answer,
  kind: BodyKind,
): Promise<Uint8Array<ArrayBuffer>> {
  const max = maxBytes[kind];
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of read()) {
    chunks.push(chunk);
    size += chunk.length;
    if (size <= max) continue;
    throw new OutsideContract(status, `more than ${max} bytes.`);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
