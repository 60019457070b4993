"use client";
import { Fragment, type Ref, useImperativeHandle, useRef } from "react";
import { useWords } from "../../hooks/useWords.ts";
import type { CardItem, Section } from "../../policy/document.ts";
import { ShowInBytes } from "../PayloadPreview/index.ts";
import { PolicyBlocks } from "../PolicyBlocks/index.ts";

/** Opens the section and goes to the sentence that tells of an item. */
export interface PolicySectionHandle {
  readonly showSentence: (item: string) => void;
}

export interface PolicySectionProps {
  readonly section: Section;
  readonly idPrefix: string;
  /** The items whose values the bytes on the page hold. */
  readonly items: readonly CardItem[];
  readonly onShowItem: (item: string) => void;
  readonly handle: Ref<PolicySectionHandle>;
}

/** The purpose's section of the policy, where each sentence shows its values: a `<details>`. */
export function PolicySection({
  section,
  idPrefix,
  items,
  onShowItem,
  handle,
}: PolicySectionProps) {
  const words = useWords();
  const root = useRef<HTMLDetailsElement>(null);
  const idOf = (item: string) => `${idPrefix}values-${item}`;

  useImperativeHandle(handle, () => ({
    showSentence: (item) => {
      if (root.current) root.current.open = true;
      const button = root.current?.querySelector<HTMLElement>(`[id="${idOf(item)}"]`);
      button?.focus();
      button?.parentElement?.scrollIntoView({ block: "nearest" });
    },
  }));

  return (
    <details ref={root} className="kt-disclosure" data-kt="policy-section">
      <summary>{words("fold.wording")}</summary>
      <PolicyBlocks
        blocks={section.blocks}
        idPrefix={idPrefix}
        after={({ items: told }) =>
          items
            .filter(({ id }) => told.includes(id))
            .map(({ id, label }) => (
              <Fragment key={id}>
                <span> </span>
                <ShowInBytes id={idOf(id)} label={label} onShow={() => onShowItem(id)} />
              </Fragment>
            ))
        }
      />
    </details>
  );
}
