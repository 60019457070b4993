"use client";
import { useMemo } from "react";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatNumber } from "../../i18n/formatMoment.ts";
import { contentOf, sayItem } from "../../payload/view/sayItem.ts";
import type { CardItem } from "../../policy/document.ts";
import { usePayloadView } from "./usePayloadView.ts";

export interface ValueRowsProps {
  /** The item that a pointer is at. */
  readonly hovered: string | undefined;
  readonly onHover: (item: string) => void;
  readonly onSelect: (item: string) => void;
}

/** Each disclosed item with what the bytes say of it: a `<dl>`, of no Tab stop. */
export function ValueRows({ hovered, onHover, onSelect }: ValueRowsProps) {
  const words = useWords();
  const { content, items } = usePayloadView();
  return (
    <>
      {content.status === "loading" && (
        <p className="kt-hidden">{words("payload.loading")}</p>
      )}
      <dl className="kt-values__rows" aria-busy={content.status === "loading"}>
        {items.map((item) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: a keyboard has the same in the bytes and the wording
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <div
            key={item.id}
            className="kt-values__row"
            data-fields={Object.keys(item.fields).length > 0 || undefined}
            data-highlighted={item.id === hovered || undefined}
            onPointerEnter={({ pointerType }) =>
              pointerType === "mouse" && onHover(item.id)
            }
            onClick={() => {
              if (getSelection()?.isCollapsed !== false) onSelect(item.id);
            }}
          >
            <dt>{item.label}</dt>
            <ItemValues item={item} />
          </div>
        ))}
      </dl>
    </>
  );
}

function ItemValues({ item }: { readonly item: CardItem }) {
  const words = useWords();
  const { language } = usePrivacy();
  const { content } = usePayloadView();
  const places =
    content.status === "shown" && content.reading.status === "readable"
      ? content.reading.places
      : undefined;
  const held = useMemo(() => places && contentOf(places, item), [places, item]);

  if (content.status === "loading") {
    return (
      <dd>
        <span className="kt-values__placeholder" />
      </dd>
    );
  }
  if (!held) return <dd>–</dd>;
  const said = sayItem(held, item, {
    words,
    format: (count) => formatNumber(count, language),
    hasPlaceholder: content.status === "shown" && content.hasPlaceholder,
  });
  return (
    <dd>
      <bdi translate="no">{said.text}</bdi>
      {said.count !== undefined && (
        <span>{`, … (${formatNumber(said.count, language)})`}</span>
      )}
    </dd>
  );
}
