import { digestPath, digestText } from "../../src/payload/index.ts";
import {
  type Language,
  languages,
  type Policy,
  policyText,
} from "../../src/policy/index.ts";
import type { Store } from "./database.ts";

export interface PolicyTextLink {
  readonly digest: string;
  readonly href: string;
}

/** The texts of a policy with their digests. Each is kept for ever, under its digest. */
export async function keepPolicyTexts(store: Store, policy: Policy) {
  const insert = store.prepare(
    "INSERT OR IGNORE INTO policy_text (digest, markdown) VALUES (?, ?)",
  );
  const entries = await Promise.all(
    languages.map(async (language) => {
      const text = policyText(policy, language);
      const digest = await digestText(text);
      insert.run(digestPath(digest), text);
      return [language, { digest, href: `policy/texts/${digestPath(digest)}` }] as const;
    }),
  );
  const select = store
    .prepare<[string], string>("SELECT markdown FROM policy_text WHERE digest = ?")
    .pluck();
  return {
    texts: Object.fromEntries(entries) as Record<Language, PolicyTextLink>,
    find: (digest: string): string | undefined => select.get(digest),
  };
}

export type PolicyTexts = Awaited<ReturnType<typeof keepPolicyTexts>>;
