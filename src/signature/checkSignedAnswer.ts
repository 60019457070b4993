import { digestText } from "../payload/digest.ts";
import type { VendorKey } from "../policy/vendorKey.ts";
import { bytesOfBase64, CannotCheck, isSigned, keyIdOf } from "./ed25519.ts";
import { isWithin } from "./isWithin.ts";
import { areCovered } from "./signatureBase.ts";
import type { SignedAnswer } from "./signedAnswer.ts";

/**
 * What a kept answer was found to be: signed by one of the keys, at a time that it claims;
 * not what it says it is; signed with a key that was not given; or not to be checked here.
 */
export type SignedAnswerFinding =
  | { readonly state: "signed"; readonly keyId: string; readonly claimedAt: string }
  | { readonly state: "wrong" }
  | { readonly state: "other-key"; readonly keyId: string }
  | { readonly state: "cannot-check" };

/** Checks an answer that somebody kept, without anything but the answer and the keys. */
export async function checkSignedAnswer(
  { body, base, signature }: SignedAnswer,
  keys: readonly VendorKey[],
): Promise<SignedAnswerFinding> {
  const read = readBase(base);
  if (!read) return { state: "wrong" };
  const { values, created, keyId } = read;
  if (
    values.get('"content-digest"') !== (await digestText(body)) ||
    !/^2\d\d$/.test(values.get('"@status"') ?? "")
  ) {
    return { state: "wrong" };
  }
  for (const key of keys) {
    if ((await keyIdOf(key.publicKey)) !== keyId) continue;
    try {
      const holds =
        isWithin(key, created) &&
        (await isSigned(key.publicKey, bytesOfBase64(signature), base));
      const claimedAt = new Date(created * 1_000).toISOString();
      return holds ? { state: "signed", keyId, claimedAt } : { state: "wrong" };
    } catch (error) {
      return { state: error instanceof CannotCheck ? "cannot-check" : "wrong" };
    }
  }
  return { state: "other-key", keyId };
}

/** What a signed text says, where it is one of an answer; undefined for any other. */
function readBase(base: string) {
  const lines = base.split("\n").map((line) => {
    const [, component = "", value = ""] = /^("[^"]*"(?:;req)?): (.*)$/.exec(line) ?? [];
    return [component, value] as const;
  });
  const [, parameters = ""] = lines.pop() ?? [];
  const components = lines.map(([component]) => component);
  const created = /;created=(\d{1,12})(?:;|$)/.exec(parameters)?.[1];
  const keyId = /;keyid="([^"]*)"(?:;|$)/.exec(parameters)?.[1];
  const isWhole =
    areCovered(components) && parameters.startsWith(`(${components.join(" ")});`);
  if (!isWhole || created === undefined || keyId === undefined) return undefined;
  return { values: new Map(lines), created: Number(created), keyId };
}
