"use client";
import { useWords } from "../../hooks/useWords.ts";
import { LazyPart } from "../LazyPart.tsx";
import { lazyValueTable } from "./lazyValueTable.ts";
import { usePayloadView } from "./usePayloadView.ts";

/** Every value of the payload beside the sentence that tells of it, loaded when first shown. */
export function ValuesAsTable() {
  const words = useWords();
  const { section } = usePayloadView();
  const label = words("table.heading", { heading: section.heading });
  return <LazyPart part={lazyValueTable} props={{ label }} />;
}
