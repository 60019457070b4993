"use client";
import { PanelProblem, PanelUnreachable } from "../../client/errors.ts";
import type { Wish } from "../../client/wish.ts";
import { useWords } from "../../hooks/useWords.ts";
import { ErrorMessage } from "../ErrorMessage/index.ts";

export type FailedWishProps = Pick<Extract<Wish, { kind: "failed" }>, "of" | "error">;

/** What came to nothing, and why: text for an alert. */
export function FailedWish({ of, error }: FailedWishProps) {
  const words = useWords();
  if (error instanceof PanelProblem || of === "withdrawn") {
    return <ErrorMessage error={error} />;
  }
  return (
    <>
      <p>{words("problem.not-recorded")}</p>
      {error instanceof PanelUnreachable ? (
        <p>{words("problem.try-again")}</p>
      ) : (
        <ErrorMessage error={error} />
      )}
    </>
  );
}
