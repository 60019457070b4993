"use client";
import { useWords } from "../../hooks/useWords.ts";
import { DisclosureLink } from "../DisclosureLink.tsx";

export interface ExportLinkProps {
  /** The id of the export on this page. */
  readonly to: string;
}

/** A link that unfolds the export, for whoever came for it alone. */
export function ExportLink({ to }: ExportLinkProps) {
  const words = useWords();
  return <DisclosureLink to={to}>{words("export.heading")}</DisclosureLink>;
}
