import {
  type BareItem,
  type InnerList,
  parseDictionary,
  serializeInnerList,
  serializeItem,
} from "structured-headers";
import type { SignatureState } from "../contract/fields.ts";
import { sha256Digest } from "../panel/sha256.ts";
import { parseReprDigest } from "../payload/index.ts";
import type { VendorKey } from "../policy/vendorKey.ts";
import {
  areCovered,
  CannotCheck,
  isSigned,
  isWithin,
  keyIdOf,
  type SignedAnswer,
  type SignedExchange,
  signatureBase,
} from "../signature/index.ts";
import type { WholeAnswer } from "./post.ts";

export interface AnswerToCheck {
  readonly request: SignedExchange["request"];
  /** Undefined where the answer ended before it was whole, or was too large. */
  readonly answer: WholeAnswer | undefined;
  readonly keys: readonly VendorKey[];
}

interface CheckedAnswer {
  readonly state: SignatureState;
  /** What was signed, where that is so. */
  readonly signed?: SignedAnswer;
}

/**
 * Checks what the vendor's answer is signed with (RFC 9421 § 3.2): `valid` where one of the
 * keys has signed what was asked and what was answered, `wrong` where it is only said so,
 * `unexpected` where it is signed with another key or is about something else. No clock is
 * asked: a server's may be wrong, and `expires` says nothing of what was so when it came.
 */
export async function checkAnswer(given: AnswerToCheck): Promise<CheckedAnswer> {
  const { answer, keys } = given;
  if (keys.length === 0 || !answer) return { state: "unchecked" };
  const { signatureInput, signature } = answer;
  if (signatureInput === undefined && signature === undefined) return { state: "absent" };
  try {
    const signatures = parseDictionary(signature ?? "");
    let found: CheckedAnswer["state"] = "unexpected";
    for (const [label, input] of parseDictionary(signatureInput ?? "")) {
      const [bytes] = signatures.get(label) ?? [];
      const checked = await checkOne(given, answer, input as InnerList, bytes);
      if (checked.state === "valid") return checked;
      if (checked.state === "wrong") found = "wrong";
    }
    return { state: found };
  } catch (error) {
    return { state: error instanceof CannotCheck ? "unchecked" : "wrong" };
  }
}

async function checkOne(
  { request, keys }: AnswerToCheck,
  { status, contentDigest, body }: WholeAnswer,
  input: InnerList,
  signature: BareItem | readonly unknown[] | undefined,
): Promise<CheckedAnswer> {
  const [items, parameters] = input;
  if (!Array.isArray(items)) return { state: "wrong" };
  const components = items.map((item) => serializeItem(item));
  const key = await keyNamed(keys, parameters.get("keyid"));
  if (!key || !areCovered(components)) return { state: "unexpected" };
  const created = parameters.get("created");
  const holds =
    signature instanceof ArrayBuffer &&
    contentDigest !== undefined &&
    parseReprDigest(contentDigest) === sha256Digest(body) &&
    ["ed25519", undefined].includes(parameters.get("alg") as string | undefined) &&
    isWholeNumber(created) &&
    isWithin(key, created);
  if (!holds) return { state: "wrong" };
  const base = signatureBase(
    { status, contentDigest, request },
    components,
    serializeInnerList(input),
  );
  const bytes = new Uint8Array(signature);
  if (!(await isSigned(key.publicKey, bytes, base))) return { state: "wrong" };
  const signed: SignedAnswer = {
    base,
    body: Buffer.from(body).toString(),
    signature: Buffer.from(bytes).toString("base64"),
  };
  return { state: "valid", signed };
}

async function keyNamed(
  keys: readonly VendorKey[],
  name: BareItem | undefined,
): Promise<VendorKey | undefined> {
  for (const key of keys) {
    if ((await keyIdOf(key.publicKey)) === name) return key;
  }
  return undefined;
}

function isWholeNumber(value: BareItem | undefined): value is number {
  return Number.isSafeInteger(value);
}
