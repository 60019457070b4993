"use client";
import { Fragment } from "react";
import { usePageId } from "../../hooks/usePageId.ts";
import { PolicyBlocks } from "../PolicyBlocks/index.ts";
import { highlightHandlers } from "./highlightHandlers.ts";
import { itemsInPayload } from "./itemsInPayload.ts";
import { ShowInBytes } from "./ShowInBytes.tsx";
import { usePayloadView } from "./usePayloadView.ts";

/** The purpose's section of the policy, where each sentence shows its values in the bytes. */
export function PolicySection() {
  const id = usePageId();
  const { section, items, content, highlight, panel, showItem } = usePayloadView();
  const present = itemsInPayload(items, content);
  return (
    <PolicyBlocks
      blocks={section.blocks}
      idPrefix={`${id}-`}
      attributes={({ items: covered }) =>
        covered.length > 0 && panel === "bytes"
          ? highlightHandlers(covered, highlight)
          : {}
      }
      after={({ items: covered }) =>
        present
          .filter((item) => covered.includes(item.id))
          .map((item) => (
            <Fragment key={item.id}>
              <span> </span>
              <ShowInBytes
                item={item.id}
                label={item.label}
                onShow={() => showItem(item.id)}
              />
            </Fragment>
          ))
      }
    />
  );
}
