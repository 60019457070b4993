import { createHash } from "node:crypto";
import type { Context } from "hono";
import type { Purpose } from "./decisions.ts";
import type { Payload } from "./payloads.ts";

/** Answers JSON, or 304 when the client has it already (RFC 9110 § 13.1.2). */
export function answer(
  context: Context,
  body: string,
  {
    etag = `"${createHash("sha256").update(body).digest("base64url")}"`,
    type = "application/json",
  }: { readonly etag?: string; readonly type?: string } = {},
): Response {
  const headers = { ETag: etag, "Cache-Control": "no-store" };
  if (unchanged(context, etag)) return context.body(null, 304, headers);
  return context.body(body, 200, { ...headers, "Content-Type": type });
}

/** Answers bytes that are kept, which never change. */
export function keptBytes(
  context: Context,
  { bytes, digest }: Omit<Payload, "kind">,
): Response {
  const headers = { ETag: `"${digest}"`, "Cache-Control": "no-store, no-transform" };
  if (unchanged(context, headers.ETag)) return context.body(null, 304, headers);
  return context.body(bytes, 200, {
    ...headers,
    "Content-Type": "application/json",
    "Repr-Digest": digest,
  });
}

/** Whether the client names this entity tag as one it has. */
export function unchanged(context: Context, etag: string): boolean {
  const known = context.req.header("If-None-Match")?.split(",") ?? [];
  return known.some((tag) => ["*", etag].includes(tag.trim().replace(/^W\//, "")));
}

/** Answers a decision with the entity tag that the next PUT must name. */
export function decided(
  context: Context,
  { decision, etag }: Purpose,
  status: 200 | 202 = 200,
): Response {
  return context.body(JSON.stringify(decision), status, {
    ETag: etag,
    "Cache-Control": "no-store",
    "Content-Type": "application/json",
  });
}
