import {
  type PayloadKind,
  parsePayloadKind,
  payloadKindHeader,
} from "../contract/payloadKind.ts";
import { checkDigest, type DigestCheck } from "../payload/checkDigest.ts";
import { digest, parseReprDigest } from "../payload/digest.ts";
import { OutsideContract } from "./errors.ts";

/** The bytes of a purpose's payload as they arrived, with what the panel said of them. */
export interface PayloadAnswer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly kind: PayloadKind;
  readonly check: DigestCheck;
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
  const bytes = new Uint8Array(await response.arrayBuffer());
  return {
    bytes,
    kind,
    etag,
    fetchedAt: new Date(),
    check: checkDigest(
      await digest(bytes),
      parseReprDigest(headers.get("Repr-Digest")),
      headers.get("Content-Encoding"),
    ),
  };
}
