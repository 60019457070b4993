"use client";
import { useWords } from "../../hooks/useWords.ts";

export interface ShowInBytesProps {
  readonly item: string;
  /** What is shown, for the accessible name. */
  readonly label: string;
  readonly onShow: () => void;
}

/** Goes from a sentence to its values in the bytes: a `<button>`. */
export function ShowInBytes({ item, label, onShow }: ShowInBytesProps) {
  const words = useWords();
  return (
    <button
      type="button"
      className="kt-link"
      data-item={item}
      aria-label={words("highlight.showItem", { label })}
      onClick={onShow}
    >
      {words("highlight.show")}
    </button>
  );
}
