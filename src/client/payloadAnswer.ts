import {
  type PayloadKind,
  parsePayloadKind,
  payloadKindHeader,
} from "../contract/payloadKind.ts";
import { checkDigest, type DigestCheck } from "../payload/checkDigest.ts";
import { digest, parseReprDigest } from "../payload/digest.ts";
import { OutsideContract } from "./errors.ts";
import { readBody } from "./readBody.ts";

/** Bytes as they arrived, compared with what the panel said of them. */
export interface SentBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly check: DigestCheck;
}

/** The bytes of a purpose's payload, with what the panel said of them. */
export interface PayloadAnswer extends SentBytes {
  readonly kind: PayloadKind;
  readonly etag: string;
  readonly fetchedAt: Date;
}

/** Reads the answer of `GET …/payload`. The bytes are never parsed and written again. */
export async function readPayloadAnswer(response: Response): Promise<PayloadAnswer> {
  const { headers, status } = response;
  const kind = parsePayloadKind(headers.get(payloadKindHeader));
  const etag = headers.get("ETag");
  if (!kind)
    throw new OutsideContract(status, `${payloadKindHeader} is missing or unknown.`);
  if (!etag) throw new OutsideContract(status, "ETag is missing.");
  return { ...(await readBytes(response)), kind, etag, fetchedAt: new Date() };
}

/** Reads bytes and compares their digest with the stated one. */
export async function readBytes(response: Response): Promise<SentBytes> {
  const bytes = await readBody(response, "bytes");
  return {
    bytes,
    check: checkDigest(
      await digest(bytes),
      parseReprDigest(response.headers.get("Repr-Digest")),
      response.headers.get("Content-Encoding"),
    ),
  };
}
