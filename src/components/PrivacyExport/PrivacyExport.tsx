"use client";
import { useId } from "react";
import { useAnnounce } from "../../hooks/useAnnounce.ts";
import { useExport } from "../../hooks/useExport.ts";
import { useWords } from "../../hooks/useWords.ts";
import { Alert, ErrorMessage } from "../ErrorMessage/index.ts";
import { Heading } from "../Heading.tsx";
import { saveJson } from "../saveJson.ts";

export interface PrivacyExportProps {
  readonly headingLevel: number;
}

/**
 * One file for a data protection officer: a `<section>` with a button that reads the
 * decisions, their texts, the receipts and the log, and saves them when all are there.
 */
export function PrivacyExport({ headingLevel }: PrivacyExportProps) {
  const words = useWords();
  const id = useId();
  const announce = useAnnounce();
  const { state, start } = useExport();
  const isReading = state.kind === "reading";

  const onClick = () =>
    void start((all) => {
      saveJson(all, `klartext-export-${all.exportedAt.slice(0, 10)}.json`);
      announce(words("export.saved"));
    });

  return (
    <section className="kt-section" aria-labelledby={id} data-kt="export">
      <Heading level={headingLevel} id={id}>
        {words("export.heading")}
      </Heading>
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
    </section>
  );
}
