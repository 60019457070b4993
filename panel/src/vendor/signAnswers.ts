import { createPublicKey, type KeyObject, sign } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { sha256Digest } from "../../../src/panel/sha256.ts";
import {
  coveredComponents,
  keyIdOf,
  signatureBase,
} from "../../../src/signature/index.ts";

/**
 * Signs every answer (RFC 9421, Ed25519), and takes no request whose body is not the one
 * that its `Content-Digest` names: what is signed is that exactly these bytes arrived.
 * Nothing is stored for it. An exchange whose request names no digest is not signed.
 */
export function signAnswers(key: KeyObject, now: () => Date): MiddlewareHandler {
  const publicKey = createPublicKey(key).export({ type: "spki", format: "pem" });
  const keyId = keyIdOf(String(publicKey));
  return async (context, next) => {
    const { req } = context;
    const named = req.header("Content-Digest");
    const isNamed = named !== undefined;
    const arrived = isNamed ? new Uint8Array(await req.arrayBuffer()) : undefined;
    if (arrived && sha256Digest(arrived) !== named)
      context.res = new Response(null, { status: 400 });
    else await next();
    if (!isNamed) return;
    const body = new Uint8Array(await context.res.clone().arrayBuffer());
    const contentDigest = sha256Digest(body);
    const created = Math.floor(now().getTime() / 1_000);
    const parameters = `(${coveredComponents.join(" ")});created=${created};keyid="${await keyId}"`;
    const base = signatureBase(
      {
        ...{ status: context.res.status, contentDigest },
        request: { method: req.method, targetUri: req.url, contentDigest: named },
      },
      coveredComponents,
      parameters,
    );
    const signature = sign(null, Buffer.from(base), key).toString("base64");
    context.res.headers.set("Content-Digest", contentDigest);
    context.res.headers.set("Signature-Input", `sig=${parameters}`);
    context.res.headers.set("Signature", `sig=:${signature}:`);
  };
}
