"use client";
import type { GrantObstacle } from "../../client/grantObstacle.ts";
import { isBlocking } from "../../client/purposeStatus.ts";
import { knownOf } from "../../contract/knownOf.ts";
import { locks } from "../../contract/purposeState.ts";
import { useWords } from "../../hooks/useWords.ts";

export interface GrantHinderedProps {
  readonly obstacle: GrantObstacle;
  readonly lock: string | null;
}

/** Why consent cannot be given, and what to do: a `<p>` directly under the controls. */
export function GrantHindered({ obstacle, lock }: GrantHinderedProps) {
  const words = useWords();
  const sentence =
    obstacle === "locked"
      ? words(`lock.${knownOf(locks, lock ?? "") ?? "unknown"}`)
      : words(`obstacle.${obstacle}`);
  if (!isBlocking(obstacle)) return <p className="kt-hint">{sentence}</p>;
  return (
    <div className="kt-alert">
      <p>{sentence}</p>
    </div>
  );
}
