import { largestShown } from "../payload/readPayload.ts";
import { OutsideContract, PanelUnreachable } from "./errors.ts";

/** The most bytes that are read, by what they are. */
export const largestBody = {
  /** Twice of what a page shows: what is somewhat too large can still be saved. */
  bytes: 2 * largestShown,
  /** A page of fifty entries, and all purposes with their deletions, stay under 100 KB. */
  json: 1_000_000,
  /** The built-in policy has 10 KB. */
  text: 1_000_000,
  /** A problem document is a type and some words (RFC 9457). */
  problem: 64_000,
} as const;

export type BodyKind = keyof typeof largestBody;

/**
 * Reads a body and counts: `Content-Length` may be missing, false, or of a compressed body.
 *
 * @throws {OutsideContract} when there is more than is read of its kind; the rest is given up.
 * @throws {PanelUnreachable} when it breaks off.
 */
export async function readBody(
  response: Response,
  kind: BodyKind,
): Promise<Uint8Array<ArrayBuffer>> {
  const largest = largestBody[kind];
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(response)) {
    chunks.push(chunk);
    size += chunk.length;
    if (size <= largest) continue;
    throw new OutsideContract(response.status, `more than ${largest} bytes.`);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** A `fetch` of the host's may give an answer that has no stream. */
async function* chunksOf(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  try {
    if (!reader) return yield new Uint8Array(await response.arrayBuffer());
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (error) {
    throw new PanelUnreachable(error);
  } finally {
    // Nothing where all has been read. It is not waited for: a stream may never answer.
    reader?.cancel().catch(() => {});
  }
}
