import {
  ConfigError,
  ForeignAnswer,
  type KlartextError,
  PanelProblem,
  PanelUnreachable,
} from "../client/errors.ts";
import type { ForeignReason } from "../client/foreignReason.ts";
import type { ProblemCode } from "../contract/problem.ts";
import { type ExitStatus, exitStatus } from "./exitStatus.ts";

/** The status to end with where the panel, or what answers in its place, hinders. */
export function statusOfError(error: KlartextError): ExitStatus {
  if (error instanceof ConfigError) return exitStatus.usage;
  if (error instanceof PanelUnreachable) return exitStatus.notReached;
  if (error instanceof ForeignAnswer) return statusOfReason[error.reason];
  return error instanceof PanelProblem ? statusOfProblem(error) : exitStatus.failed;
}

function statusOfProblem({ code, status }: PanelProblem): ExitStatus {
  const known = code && statusOfCode[code];
  return known ?? (status >= 500 ? exitStatus.failed : exitStatus.refused);
}

/** The problems that say more than that the panel does not do it. */
export const statusOfCode: Readonly<Partial<Record<ProblemCode, ExitStatus>>> = {
  "not-signed-in": exitStatus.notSignedIn,
  "not-permitted": exitStatus.notSignedIn,
  "host-not-served": exitStatus.notReached,
  "not-found": exitStatus.notReached,
};

/** What answers in the panel's place is no panel, but where it asks to sign in. */
export const statusOfReason: Readonly<Record<ForeignReason, ExitStatus>> = {
  "session-over": exitStatus.notSignedIn,
  blocked: exitStatus.notReached,
  "too-many-requests": exitStatus.notReached,
  gateway: exitStatus.notReached,
  "not-the-panel": exitStatus.notReached,
  "header-missing": exitStatus.notReached,
  "old-answer": exitStatus.failed,
  "other-viewer": exitStatus.failed,
};
