"use client";
import { useEffect, useRef } from "react";
import { focusOn } from "../../hooks/focusOn.ts";
import { useKeepFocus } from "../../hooks/useKeepFocus.ts";
import { NewerChanges, PayloadChanges } from "../PayloadChanges/index.ts";
import { BytesPanelHead } from "./BytesPanelHead.tsx";
import { ExplainedBytes } from "./ExplainedBytes.tsx";
import { FindingList } from "./FindingList.tsx";
import { PolicySentences } from "./PolicySentences.tsx";
import type { FocusTarget, PayloadOnScreen } from "./types.ts";
import { useAnnounceSelected } from "./useAnnounceSelected.ts";
import { usePayloadView } from "./usePayloadView.ts";
import { ValueExplanation } from "./ValueExplanation.tsx";
import { ValuesAsTable } from "./ValuesAsTable.tsx";

export interface OpenBytesPanelProps {
  readonly content: PayloadOnScreen;
  readonly headingLevel: number;
}

/** The panel once it is open; it comes with all that explains bytes. */
export function OpenBytesPanel({ content, headingLevel }: OpenBytesPanelProps) {
  const view = usePayloadView();
  const { panel, panelId, focusTarget } = view;
  const root = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useKeepFocus(root, heading);
  useAnnounceSelected(view);
  useEffect(() => {
    if (focusTarget && root.current) moveFocus(root.current, focusTarget);
  }, [focusTarget]);
  const isReadable = content.reading.status === "readable";

  return (
    <div ref={root} id={panelId} className="kt-bytes-panel" data-kt="payload">
      <BytesPanelHead {...{ content, headingLevel }} headingRef={heading} />
      <FindingList />
      <NewerChanges headingLevel={headingLevel + 1} />
      {panel === "table" && isReadable ? (
        <ValuesAsTable />
      ) : (
        <div className="kt-bytes-panel__views">
          <ExplainedBytes content={content} />
          {isReadable && (
            <div className="kt-bytes-panel__policy">
              <ValueExplanation />
              <PolicySentences headingLevel={headingLevel + 1} />
            </div>
          )}
        </div>
      )}
      <PayloadChanges headingLevel={headingLevel + 1} />
    </div>
  );
}

function moveFocus(root: HTMLElement, target: FocusTarget): void {
  const element =
    target.part === "sentence"
      ? [...root.querySelectorAll<HTMLElement>("[data-item]")].find(
          ({ dataset }) => dataset.item === target.item,
        )
      : root.querySelector<HTMLElement>(selectors[target.part]);
  // A browser scrolls to what it focuses; what it is about is to be seen too.
  focusOn(element);
  const subject =
    target.part === "sentence"
      ? element?.closest("li")
      : root.querySelector("[data-highlighted=value], [data-finding=broken]");
  subject?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

const selectors = {
  heading: "[data-kt=bytes-heading]",
  explanation: "[data-kt=explanation]",
  bytes: ".kt-bytes",
  digest: "[data-kt=digest]",
  findings: "[data-kt=findings]",
} satisfies Record<Exclude<FocusTarget["part"], "sentence">, string>;
