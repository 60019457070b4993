"use client";
import { useWords } from "../../hooks/useWords.ts";
import { usePayloadView } from "./usePayloadView.ts";

/** That the panel has other bytes by now, and a button that shows them; else nothing. */
export function NewerData() {
  const words = useWords();
  const { isNewer, isShowingNewer, showNewer } = usePayloadView();
  if (!isNewer) return null;
  return (
    <>
      <span>{words("payload.newer")}</span>
      <button
        type="button"
        className="kt-button"
        aria-busy={isShowingNewer}
        onClick={showNewer}
      >
        {words("payload.showNewer")}
      </button>
    </>
  );
}
