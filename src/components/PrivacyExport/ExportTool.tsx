"use client";
import { useRef } from "react";
import { useAnnounce } from "../../hooks/useAnnounce.ts";
import { useExport } from "../../hooks/useExport.ts";
import { useWords } from "../../hooks/useWords.ts";
import { Alert, ErrorMessage } from "../ErrorMessage/index.ts";
import { saveJson } from "../saveJson.ts";

/** What the file holds, and the button that reads it all and saves it when all is there. */
export function ExportTool() {
  const words = useWords();
  const announce = useAnnounce();
  const { state, start, stop } = useExport();
  const button = useRef<HTMLButtonElement>(null);
  const isReading = state.kind === "reading";

  const onClick = () =>
    void start((all) => {
      saveJson(all, `klartext-export-${all.exportedAt.slice(0, 10)}.json`);
      announce(words("export.saved"));
    });

  const onStop = () => {
    stop();
    announce(words("export.stopped"));
    button.current?.focus();
  };

  return (
    <>
      <p>{words("export.lead")}</p>
      <p>{words("export.notForVendor")}</p>
      <div className="kt-tools">
        <button
          type="button"
          className="kt-button"
          ref={button}
          aria-busy={isReading || undefined}
          aria-disabled={isReading || undefined}
          onClick={onClick}
        >
          {words("export.save")}
        </button>
        {isReading && (
          <button type="button" className="kt-button" onClick={onStop}>
            {words("export.stop")}
          </button>
        )}
      </div>
      {isReading && <p>{words("export.progress", { ...state.progress })}</p>}
      {state.kind === "stopped" && <p>{words("export.stopped")}</p>}
      {state.kind === "saved" && <p>{words("export.saved")}</p>}
      <Alert>
        {state.kind === "not-saved" && <p>{words("export.notSaved")}</p>}
        {state.kind === "failed" && (
          <>
            <ErrorMessage error={state.error} />
            <p>{words("export.failed")}</p>
          </>
        )}
      </Alert>
    </>
  );
}
