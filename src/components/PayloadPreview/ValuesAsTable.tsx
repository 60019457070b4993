"use client";
import { createLazy } from "../../client/createLazy.ts";
import { useWords } from "../../hooks/useWords.ts";
import { LazyPart } from "../LazyPart.tsx";
import { usePayloadView } from "./usePayloadView.ts";

/** What is loaded when somebody first asks for the values as a table. */
const lazyValueTable = createLazy(() =>
  import("./ValueTable.tsx").then((module) => module.ValueTable),
);

/** Every value of the payload beside the sentence that tells of it, loaded when first shown. */
export function ValuesAsTable() {
  const words = useWords();
  const { section } = usePayloadView();
  const label = words("table.heading", { heading: section.heading });
  return <LazyPart part={lazyValueTable} props={{ label }} />;
}
