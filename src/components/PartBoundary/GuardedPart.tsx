"use client";
import type { ReactNode } from "react";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useOpeningWords } from "../../hooks/useOpeningWords.ts";
import { RetryAlert } from "../ErrorMessage/RetryAlert.tsx";
import { PartBoundary } from "./PartBoundary.tsx";

export interface GuardedPartProps {
  /** What is shown, by a name for the host's log; `page` is all of it. */
  readonly part: string;
  /** What is said beside, of what is still known. */
  readonly known?: ReactNode;
  readonly children: ReactNode;
}

/**
 * A part of a centre that may break, by bad data or a defect, and takes nothing else with
 * it: an alert in its place reads everything anew from the panel, and shows the part again.
 */
export function GuardedPart({ part, known, children }: GuardedPartProps) {
  const words = useOpeningWords();
  const { client, queryClient, report } = usePrivacy();
  const readAgain = async (show: () => void) => {
    await queryClient.refetchQueries({ queryKey: ["klartext", client.baseUrl] });
    show();
  };
  return (
    <PartBoundary
      part={part}
      onError={report}
      broken={(show) => (
        <RetryAlert
          sentence={part === "page" ? words.pageBroken : words.partBroken}
          label={words.readAgain}
          onRetry={() => readAgain(show)}
        >
          {known}
        </RetryAlert>
      )}
    >
      {children}
    </PartBoundary>
  );
}
