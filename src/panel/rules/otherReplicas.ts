import type { Lock } from "../../contract/purposeState.ts";
import type { Policy } from "../../policy/policy.ts";
import { revisionChain } from "../../policy/revisions.ts";
import type { Standing } from "../store/panelStore.ts";

/** What the other processes of a panel stand for. */
export interface OtherReplicas {
  readonly standings: readonly Standing[];
}

/** The lock that one process is told: the same for every purpose, or one for each. */
export type OwnLock = Lock | null | ((purpose: string) => Lock | null);

export function ownLockOf(own: OwnLock, purpose: string): Lock | null {
  return typeof own === "function" ? own(purpose) : own;
}

/** A lock that holds for all: this process's own, or that of another that lives. */
export function lockAmong(
  own: OwnLock,
  { standings }: OtherReplicas,
  purpose: string,
): Lock | null {
  const told = standings.map(({ locks }) => locks[purpose]);
  return ownLockOf(own, purpose) ?? told.find((lock) => lock !== undefined) ?? null;
}

/** Whether another process stands for a later revision than this one. */
export function isSuperseded({ standings }: OtherReplicas, revision: string): boolean {
  return standings.some(({ revisions }) => revisions.slice(1).includes(revision));
}

/** What a process says of itself to the others. */
export function standingOf(
  policy: Policy,
  purposes: readonly string[],
  own: OwnLock,
): Standing {
  const locks = purposes.flatMap((purpose): [string, Lock][] => {
    const lock = ownLockOf(own, purpose);
    return lock === null ? [] : [[purpose, lock]];
  });
  return {
    locks: Object.fromEntries(locks),
    revisions: revisionChain(policy).map(({ revision }) => revision.id),
  };
}
