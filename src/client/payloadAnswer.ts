import {
  type PayloadKind,
  parsePayloadKind,
  payloadKindHeader,
} from "../contract/payloadKind.ts";
import { checkDigest, type DigestCheck } from "../payload/checkDigest.ts";
import { digest, parseReprDigest } from "../payload/digest.ts";
import type { Answer } from "./answer.ts";
import { ForeignAnswer, OutsideContract } from "./errors.ts";
import { requireMediaType } from "./readAnswer.ts";
import { readBody } from "./readBody.ts";

/** Bytes as they arrived, compared with what the panel said of them. */
export interface SentBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly check: DigestCheck;
}

/** The bytes of a purpose's payload, with what the panel said of them. */
export interface PayloadAnswer extends SentBytes {
  readonly kind: PayloadKind;
  readonly fetchedAt: Date;
}

/** Reads the answer of `GET …/payload`. The bytes are never parsed and written again. */
export async function readPayloadAnswer(response: Answer): Promise<PayloadAnswer> {
  const { headers, status } = response;
  requireMediaType(response, "application/json");
  const stated = headers.get(payloadKindHeader);
  if (stated === null)
    throw new ForeignAnswer("header-missing", status, payloadKindHeader);
  const kind = parsePayloadKind(stated);
  if (!kind) throw new OutsideContract(status, `${payloadKindHeader} is "${stated}".`);
  return { ...(await readBytes(response)), kind, fetchedAt: new Date() };
}

/** Reads bytes and compares their digest with the stated one. */
export async function readBytes(response: Answer): Promise<SentBytes> {
  requireMediaType(response, "application/json");
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
