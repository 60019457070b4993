"use client";
import { useAnnounce } from "../../hooks/useAnnounce.ts";
import { useExport } from "../../hooks/useExport.ts";
import { useWords } from "../../hooks/useWords.ts";
import { Alert, ErrorMessage } from "../ErrorMessage/index.ts";
import { saveJson } from "../saveJson.ts";

/**
 * One file for a data protection officer: a `<details>` with a button that reads the
 * decisions, their texts, the receipts and the log, and saves them when all are there.
 */
export function PrivacyExport() {
  const words = useWords();
  const announce = useAnnounce();
  const { state, start } = useExport();
  const isReading = state.kind === "reading";

  const onClick = () =>
    void start((all) => {
      saveJson(all, `klartext-export-${all.exportedAt.slice(0, 10)}.json`);
      announce(words("export.saved"));
    });

  return (
    <details className="kt-disclosure kt-section" data-kt="export">
      <summary>{words("export.heading")}</summary>
      <p>{words("export.lead")}</p>
      <div className="kt-tools">
        <button
          type="button"
          className="kt-button"
          aria-busy={isReading || undefined}
          aria-disabled={isReading || undefined}
          onClick={onClick}
        >
          {words("export.save")}
        </button>
      </div>
      {isReading && <p>{words("export.progress", { ...state.progress })}</p>}
      {state.kind === "saved" && <p>{words("export.saved")}</p>}
      <Alert>
        {state.kind === "failed" && (
          <>
            <ErrorMessage error={state.error} />
            <p>{words("export.failed")}</p>
          </>
        )}
      </Alert>
    </details>
  );
}
