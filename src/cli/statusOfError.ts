import {
  ConfigError,
  ForeignAnswer,
  type KlartextError,
  PanelProblem,
  PanelUnreachable,
} from "../client/errors.ts";
import type { ForeignReason } from "../client/foreignReason.ts";
import { type ExitStatus, exitStatus } from "./exitStatus.ts";

/** The status to end with where the panel, or what answers in its place, hinders. */
export function statusOfError(error: KlartextError): ExitStatus {
  if (error instanceof ConfigError) return exitStatus.usage;
  if (error instanceof PanelUnreachable) return exitStatus.notReached;
  if (error instanceof ForeignAnswer) return byReason[error.reason];
  return error instanceof PanelProblem ? statusOfProblem(error) : exitStatus.failed;
}

function statusOfProblem({ code, status }: PanelProblem): ExitStatus {
  switch (code) {
    case "not-signed-in":
    case "not-permitted":
      return exitStatus.notSignedIn;
    case "host-not-served":
    case "not-found":
      return exitStatus.notReached;
    default:
      return status >= 500 ? exitStatus.failed : exitStatus.refused;
  }
}

/** What answers in the panel's place is no panel, but where it asks to sign in. */
const byReason: Readonly<Record<ForeignReason, ExitStatus>> = {
  "session-over": exitStatus.notSignedIn,
  blocked: exitStatus.notReached,
  "too-many-requests": exitStatus.notReached,
  gateway: exitStatus.notReached,
  "not-the-panel": exitStatus.notReached,
  "header-missing": exitStatus.notReached,
  "old-answer": exitStatus.failed,
  "other-viewer": exitStatus.failed,
};
