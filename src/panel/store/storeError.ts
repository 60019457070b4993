/**
 * Why a store did not do what it was asked. `in-use`: another panel has it. `newer`,
 * `foreign`: a later version, or something else, wrote it. `replaced`: it is not any more
 * what was opened. `full`, `read-only`: it cannot be written for now. `unreachable`: its server is not there.
 */
export type StoreFailure =
  | "in-use"
  | "newer"
  | "foreign"
  | "replaced"
  | "full"
  | "read-only"
  | "unreachable"
  | "closed"
  | "failed";

/** What a `StoreError` says: what did not happen, why, and what to do, for whoever runs the panel. */
export interface StoreErrorParts {
  readonly reason: StoreFailure;
  /** What did not happen, as a sentence. */
  readonly what: string;
  /** Why, as a sentence. */
  readonly why: string;
  /** What to do about it, as a sentence. */
  readonly remedy: string;
  readonly cause?: unknown;
}

/** The store did not do what it was asked, and says what, why, and what to do. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly reason: StoreFailure;
  /** Why, and what to do about it, without the name of any place. */
  readonly advice: string;

  constructor({ reason, what, why, remedy, cause }: StoreErrorParts) {
    super(`${what} ${why} ${remedy}`, { cause });
    this.reason = reason;
    this.advice = `${why} ${remedy}`;
  }
}
