"use client";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatNumber } from "../../i18n/formatMoment.ts";
import { lazyBytesPanel } from "./lazy.ts";
import { saveBytes } from "./saveBytes.ts";
import { usePayloadView } from "./usePayloadView.ts";

/** Opens the bytes, or saves them: two `<button>`s, and as much room while there are none. */
export function PayloadActions() {
  const words = useWords();
  const { language } = usePrivacy();
  const { content, card, panel, panelId, setPanel } = usePayloadView();
  if (content.status !== "shown") return <div className="kt-values__actions" />;
  const { bytes } = content.payload;
  const isOpen = panel !== "closed";
  return (
    <div className="kt-values__actions">
      <button
        type="button"
        className="kt-link"
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        onPointerEnter={() => void lazyBytesPanel.load()}
        onFocus={() => void lazyBytesPanel.load()}
        onClick={() => setPanel(isOpen ? "closed" : "bytes")}
      >
        {words("payload.showBytes", {
          count: bytes.length,
          number: formatNumber(bytes.length, language),
        })}
      </button>
      <button
        type="button"
        className="kt-link"
        onClick={() => saveBytes(bytes, `${card.activity}.json`)}
      >
        {words("payload.save")}
      </button>
    </div>
  );
}
