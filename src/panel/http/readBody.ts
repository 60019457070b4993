import * as z from "zod/mini";
import type { PanelRequest } from "../panelOptions.ts";
import { isProblem, type Problem } from "../rules/problem.ts";

/** The most bytes that the body of a decision may have; a longer one gets 413. */
export const maxBodyBytes = 16 * 1024;

/** Reads a body of JSON, strictly: 413, 415, then 400, also for one that breaks off. */
export async function readBody<Schema extends z.core.$ZodType>(
  { headers, body }: PanelRequest,
  schema: Schema,
): Promise<Problem | { readonly value: z.infer<Schema> }> {
  const bytes = await readBytes(body);
  if (isProblem(bytes)) return bytes;
  const mediaType = headers.get("Content-Type")?.split(";")[0]?.trim().toLowerCase();
  if (mediaType !== "application/json") {
    return { problem: "media-type-not-supported", detail: "Send application/json." };
  }
  const parsed = parse(bytes);
  if (parsed === undefined) {
    return { problem: "malformed-body", detail: "The body is not JSON in UTF-8." };
  }
  const result = z.safeParse(schema, parsed.json);
  return result.success
    ? { value: result.data }
    : { problem: "malformed-body", detail: z.prettifyError(result.error) };
}

async function readBytes(body: PanelRequest["body"]): Promise<Problem | Uint8Array> {
  if (!body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (;;) {
    const next = await reader.read().catch(() => undefined);
    if (!next) return { problem: "malformed-body", detail: "The body breaks off." };
    const { done, value } = next;
    if (done) break;
    size += value.byteLength;
    if (size > maxBodyBytes) {
      await reader.cancel().catch(() => undefined);
      return { problem: "body-too-large", detail: `At most ${maxBodyBytes} bytes.` };
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

function parse(bytes: Uint8Array): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch {
    return undefined;
  }
}
