import type { ProblemCode } from "../contract/problemCode.ts";
import type { Evidence } from "./evidence.ts";
import type { ForeignReason } from "./foreignReason.ts";

/** What can go wrong between page and panel, as one family told apart by `name`. */
export abstract class KlartextError extends Error {
  /** How long the panel asked to wait, in milliseconds. */
  retryAfter: number | undefined;
  /** What came, where something did; for whoever runs what lies between page and panel. */
  evidence: Evidence | undefined;
}

/** The panel answered with a problem document (RFC 9457). */
export class PanelProblem extends KlartextError {
  override readonly name = "PanelProblem";
  /** Undefined for a type that this contract does not have. */
  readonly code: ProblemCode | undefined;
  readonly status: number;
  /** Names the occurrence in the panel's log. */
  readonly instance: string | undefined;

  constructor(code: ProblemCode | undefined, status: number, instance?: string) {
    super(`The panel answered ${status} (${code ?? "a problem unknown to this page"}).`);
    this.code = code;
    this.status = status;
    this.instance = instance;
  }
}

/** No answer came: no network, a dropped connection, or more time than allowed. */
export class PanelUnreachable extends KlartextError {
  override readonly name = "PanelUnreachable";

  constructor(cause: unknown) {
    super("The panel did not answer. Check that it runs, and the network.", { cause });
  }
}

/** The panel answered as the contract does not allow. */
export class OutsideContract extends KlartextError {
  override readonly name = "OutsideContract";
  readonly status: number;
  /** It said that something was done, and names a state in which it is not. */
  readonly isContradiction: boolean;

  constructor(status: number, what: string, { isContradiction = false } = {}) {
    super(`The panel's answer (${status}) is outside the contract: ${what}`);
    this.status = status;
    this.isContradiction = isContradiction;
  }
}

/**
 * An answer came that the panel did not make for this request: something between page and
 * panel made, kept or changed it (RFC 9110 § 3.7). It says nothing about what the panel has.
 */
export class ForeignAnswer extends KlartextError {
  override readonly name = "ForeignAnswer";
  readonly reason: ForeignReason;
  readonly status: number;
  /** The header that was taken away. */
  readonly header: string | undefined;

  constructor(reason: ForeignReason, status: number, header?: string) {
    super(
      `What answered (${status}) is not the panel, or not for this request: ${reason}${header ? ` (${header})` : ""}. ` +
        "See what lies between page and panel.",
    );
    this.reason = reason;
    this.status = status;
    this.header = header;
  }
}

type ConfigErrorCode =
  | "cross-origin-base-url"
  | "invalid-base-url"
  | "invalid-fetch"
  | "invalid-headers"
  | "invalid-query-client";

/** The client was set up so that it cannot keep what the page promises. */
export class ConfigError extends KlartextError {
  override readonly name = "ConfigError";
  readonly code: ConfigErrorCode;

  constructor(code: ConfigErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** A part of the page could not be shown; `cause` is what it threw. */
export class PartFailed extends KlartextError {
  override readonly name = "PartFailed";
  readonly part: string;

  constructor(part: string, cause: unknown) {
    super(
      `The part "${part}" of the page could not be shown: ${String(cause)}. Everything else goes on; the page offers to read it again.`,
      { cause },
    );
    this.part = part;
  }
}

/** The error as one of the family; anything else is a defect and is thrown on. */
export function asKlartextError(error: unknown): KlartextError {
  if (error instanceof KlartextError) return error;
  throw error;
}
