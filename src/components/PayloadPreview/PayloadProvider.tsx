"use client";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { useHighlight } from "../../hooks/useHighlight.ts";
import { usePageId } from "../../hooks/usePageId.ts";
import type { ShownPayload } from "../../hooks/usePayload.ts";
import { type Finding, findingsOf, valueOfFinding } from "../../payload/view/findings.ts";
import { hasPlaceholder } from "../../payload/view/hasPlaceholder.ts";
import type { Card, Section } from "../../policy/document.ts";
import type { Policy } from "../../policy/policy.ts";
import type {
  BytesPanelState,
  FocusTarget,
  PayloadContent,
  PayloadOnScreen,
  PayloadView,
} from "./types.ts";
import { PayloadViewContext } from "./usePayloadView.ts";

export interface PayloadProviderProps
  extends Pick<PayloadView, "section" | "card" | "isNewer" | "isEffective"> {
  /** The revision in force. */
  readonly policy: Policy;
  readonly shown: Pick<
    ShownPayload,
    | "payload"
    | "reading"
    | "activity"
    | "before"
    | "showNewer"
    | "isShowingNewer"
    | "error"
  >;
  /** What is wrong with the pseudonym's place, for how the purpose stands. */
  readonly pseudonym: "placeholder" | "early" | undefined;
  readonly section: Section;
  readonly card: Card;
  readonly children: ReactNode;
}

interface Opened {
  readonly panel: BytesPanelState;
  readonly focusTarget?: FocusTarget;
}

/** The payload of one card for all that shows it: values, bytes, findings and wording. */
export function PayloadProvider({
  shown,
  pseudonym,
  children,
  ...given
}: PayloadProviderProps) {
  const panelId = usePageId();
  const [{ panel, focusTarget }, setOpened] = useState<Opened>({ panel: "closed" });
  const { activity, reading } = shown;
  const highlight = useHighlight(reading);
  const content = useContent(shown, pseudonym);
  const items = useMemo(
    () => given.card.items.filter(({ id }) => Object.hasOwn(activity.items, id)),
    [given.card, activity],
  );
  const announced = useRef(0);
  const goTo = (target: FocusTarget) =>
    setOpened({ panel: "bytes", focusTarget: { ...target } });
  const [isAwaited, setAwaited] = useState(false);
  if (isAwaited && !shown.isShowingNewer) {
    setAwaited(false);
    goTo({ part: "heading" });
  }

  const view: PayloadView = {
    ...given,
    ...{ activity, items, content, highlight, announced, panelId, focusTarget },
    before: shown.before,
    isShowingNewer: shown.isShowingNewer,
    panel: content.status === "shown" ? panel : "closed",
    setPanel: (next) => setOpened({ panel: next }),
    showNewer: () => {
      shown.showNewer();
      setAwaited(true);
    },
    showFinding: () => {
      const [finding] = content.status === "shown" ? content.findings : [];
      if (!finding) return;
      const value = valueOfFinding(finding, highlight.values());
      if (value) highlight.select(value);
      goTo({ part: value ? "explanation" : partOf(finding) });
    },
    showItem: (item) => {
      highlight.selectItem(item);
      goTo({ part: "explanation" });
    },
    showValue: (value) => {
      highlight.select(value);
      goTo({ part: "explanation" });
    },
    showSentence: (item) => goTo({ part: "sentence", item }),
  };
  return (
    <PayloadViewContext.Provider value={view}>{children}</PayloadViewContext.Provider>
  );
}

function useContent(
  { payload, reading, error }: PayloadProviderProps["shown"],
  pseudonym: PayloadProviderProps["pseudonym"],
): PayloadContent {
  const onScreen = useMemo((): PayloadOnScreen | undefined => {
    if (!payload || !reading) return undefined;
    return {
      ...{ status: "shown", payload, reading },
      findings: findingsOf({ reading, check: payload.check, pseudonym }),
      hasPlaceholder: hasPlaceholder(reading, pseudonym),
    };
  }, [payload, reading, pseudonym]);
  if (onScreen) return onScreen;
  return error ? { status: "failed", error } : { status: "loading" };
}

/** Where the panel shows a finding that is no value of the bytes. */
function partOf(finding: Finding): "digest" | "bytes" | "findings" {
  if (finding.kind === "digest") return "digest";
  if (finding.kind !== "reading") return "findings";
  const { status } = finding.reading;
  return status === "not-json" || status === "not-utf8" ? "bytes" : "findings";
}
