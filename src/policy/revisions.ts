import { consentActivity, type Policy } from "./policy.ts";
import type { Schema } from "./schemaNode.ts";

/** A policy and all revisions before it, newest first. */
export function revisionChain(policy: Policy): readonly Policy[] {
  return policy.previous ? [policy, ...revisionChain(policy.previous)] : [policy];
}

/** The revision with this id, if the policy or one before it is that revision. */
export function findRevision(policy: Policy, id: string): Policy | undefined {
  return revisionChain(policy).find(({ revision }) => revision.id === id);
}

/** What a purpose's data were under revision `id`; undefined where that is not known. */
export function schemaInRevision(
  policy: Policy,
  id: string | null,
  purpose: string,
): Schema | undefined {
  const revision = id === null ? undefined : findRevision(policy, id);
  return revision && consentActivity(revision, purpose)?.schema;
}

/**
 * Whether a grant under revision `id` still covers `current` (GDPR Art. 7: consent covers
 * what it was asked for): it does unless a later revision is material, or `id` is unknown.
 */
export function coversRevision(id: string, current: Policy): boolean {
  if (current.revision.id === id) return true;
  if (current.revision.material || !current.previous) return false;
  return coversRevision(id, current.previous);
}
