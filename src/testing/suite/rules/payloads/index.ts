import type { ContractRule } from "../../contractRule.ts";
import { payloadDigest } from "./payloadDigest.ts";
import { payloadDisclosed } from "./payloadDisclosed.ts";
import { payloadHeaders } from "./payloadHeaders.ts";
import { payloadNotCoded } from "./payloadNotCoded.ts";
import { payloadReadable } from "./payloadReadable.ts";
import { payloadUuid } from "./payloadUuid.ts";
import { pseudonymOnlyWhileAgreed } from "./pseudonymOnlyWhileAgreed.ts";

/** The bytes of `GET …/payload`: headers, digest, values and UUID. */
export const payloadsRules: readonly ContractRule[] = [
  payloadHeaders,
  payloadDigest,
  payloadNotCoded,
  payloadDisclosed,
  payloadReadable,
  pseudonymOnlyWhileAgreed,
  payloadUuid,
];
