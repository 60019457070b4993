import { createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { Hono } from "hono";
import { signAnswers } from "../../panel/src/vendor/signAnswers.ts";
import { sha256Digest } from "../../src/panel/sha256.ts";
import type { AnswerToCheck } from "../../src/sending/checkAnswer.ts";
import type { WholeAnswer } from "../../src/sending/post.ts";

interface TestKey {
  readonly key: KeyObject;
  readonly publicKey: string;
}

export function makeKey(): TestKey {
  const { privateKey: key } = generateKeyPairSync("ed25519");
  const publicKey = createPublicKey(key).export({ type: "spki", format: "pem" });
  return { key, publicKey: String(publicKey) };
}

export const targetUri = "https://vendor.example/v1/erasures";
export const signedAt = new Date("2026-01-15T09:30:00.400Z");

/** What a vendor with that key answers to a body, and what a sender knows of it. */
export async function exchange({
  key,
  body = '{"id":"x"}',
  answer = Response.json({ deleted: 2, at: "2026-01-15T09:30:00Z" }),
}: {
  readonly key: KeyObject;
  readonly body?: string;
  readonly answer?: Response;
}): Promise<Pick<AnswerToCheck, "request"> & { readonly answer: WholeAnswer }> {
  const app = new Hono();
  app.use(signAnswers(key, () => signedAt));
  app.post("/v1/erasures", () => answer);
  const contentDigest = sha256Digest(body);
  const headers = { "Content-Digest": contentDigest };
  const response = await app.request(targetUri, { method: "POST", headers, body });
  const field = (name: string) => response.headers.get(name) ?? undefined;
  return {
    request: { method: "POST", targetUri, contentDigest },
    answer: {
      status: response.status,
      body: new Uint8Array(await response.arrayBuffer()),
      contentDigest: field("Content-Digest"),
      signatureInput: field("Signature-Input"),
      signature: field("Signature"),
    },
  };
}
