import type { Given } from "./answer.ts";
import { KlartextError } from "./errors.ts";
import { failureOf } from "./failureOf.ts";
import { invalidFetch, kindOf } from "./invalidFetch.ts";

/** As much of a stream of the web's as is used; what comes of it is checked. */
interface Stream {
  readonly locked?: unknown;
  readonly getReader?: () => Reader;
}

interface Reader {
  readonly read: () => unknown;
  readonly cancel: () => unknown;
}

/**
 * The bytes of a body, as they arrive, or all at once where it has no stream of the web's.
 *
 * @throws {ConfigError} `invalid-fetch` where they are no bytes, or were read before.
 * @throws {PanelUnreachable} when it breaks off.
 */
export async function* bodyChunks(given: Given): AsyncGenerator<Uint8Array> {
  let reader: Reader | undefined;
  try {
    const body = given.body as Stream | null | undefined;
    if (given.bodyUsed === true || body?.locked === true) {
      throw invalidFetch("gives a body that has been read before; read a clone() of it");
    }
    if (typeof body?.getReader !== "function") {
      return yield bytesOf(await settle(() => readWhole(given)));
    }
    reader = body.getReader();
    for (;;) {
      const { done, value } = Object(await settle(() => reader?.read()));
      if (done === true) return;
      yield bytesOf(value);
    }
  } catch (error) {
    if (error instanceof KlartextError) throw error;
    throw invalidFetch(`gives a body that cannot be read (${String(error)})`, error);
  } finally {
    // Nothing where all has been read. It is not waited for: a stream may never answer.
    void settle(() => reader?.cancel()).catch(() => {});
  }
}

function readWhole(given: Given): unknown {
  if (typeof given.arrayBuffer === "function") return given.arrayBuffer();
  throw invalidFetch("gives a body without a stream and without a function arrayBuffer");
}

async function settle(read: () => unknown): Promise<unknown> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof KlartextError ? error : failureOf(error);
  }
}

/** A view of any kind, or a buffer of any realm. */
function bytesOf(value: unknown): Uint8Array {
  if (ArrayBuffer.isView(value)) {
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  }
  if (Object.prototype.toString.call(value) === "[object ArrayBuffer]") {
    return new Uint8Array(value as ArrayBuffer);
  }
  throw invalidFetch(`gives ${kindOf(value)} in the place of the body's bytes`);
}
