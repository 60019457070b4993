import type { PolicyResource } from "../contract/policyResource.ts";
import { digestPath } from "../payload/digest.ts";
import { type Language, languages } from "../policy/language.ts";
import type { Policy } from "../policy/policy.ts";
import { policyText } from "../policy/policyText.ts";
import { sha256Digest } from "./sha256.ts";

interface BuiltTexts {
  readonly texts: PolicyResource["texts"];
  /** By the last part of each `href`. */
  readonly keptTexts: Readonly<Record<string, string>>;
}

/** A policy is never changed, and its texts take their time. */
const built = new WeakMap<Policy, BuiltTexts>();

/** The texts of a policy with their digests and addresses. */
export function buildTexts(policy: Policy): BuiltTexts {
  const found = built.get(policy) ?? build(policy);
  built.set(policy, found);
  return found;
}

function build(policy: Policy): BuiltTexts {
  const entries = languages.map((language) => {
    const text = policyText(policy, language);
    const digest = sha256Digest(text);
    return { language, text, digest, path: digestPath(digest) };
  });
  return {
    texts: Object.fromEntries(
      entries.map(({ language, digest, path }) => [
        language,
        { digest, href: `policy/texts/${path}` },
      ]),
    ) as Record<Language, PolicyResource["texts"][Language]>,
    keptTexts: Object.fromEntries(entries.map(({ path, text }) => [path, text])),
  };
}
