"use client";
import { useWords } from "../../hooks/useWords.ts";

export interface ShowInBytesProps {
  /** What is shown, for the accessible name. */
  readonly label: string;
  readonly onShow: () => void;
  readonly id?: string;
}

/** Goes from an item or a sentence to its values in the bytes: a `<button>`. */
export function ShowInBytes({ label, onShow, id }: ShowInBytesProps) {
  const words = useWords();
  return (
    <button
      type="button"
      id={id}
      className="kt-link"
      aria-label={words("pointing.showItem", { label })}
      onClick={onShow}
    >
      {words("pointing.show")}
    </button>
  );
}
