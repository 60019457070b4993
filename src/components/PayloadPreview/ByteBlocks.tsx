"use client";
import { memo } from "react";
import { useWords } from "../../hooks/useWords.ts";
import { splitBlocks, splitMarks } from "./splitBytes.ts";

export interface ByteBlocksProps {
  readonly text: string;
}

/**
 * A text whole, as a `<pre>` in blocks that a browser lays out only where someone looks,
 * searches or selects. Its `textContent` is the text, and so is what a selection of all of
 * it copies. What cannot be seen is named beside it, and reorders nothing.
 */
export const ByteBlocks = memo(function ByteBlocks({ text }: ByteBlocksProps) {
  const blocks = splitBlocks(text);
  return (
    <pre translate="no">
      {blocks.map((block, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a block is the text at its place
          key={index}
          className={index < blocks.length - 1 ? "kt-bytes__block" : "kt-bytes__last"}
        >
          <Marked text={block} />
        </span>
      ))}
      {/* Selections leave out a line break that nothing follows. */}
      {text.endsWith("\n") && <span className="kt-bytes__end" />}
    </pre>
  );
});

function Marked({ text }: { text: string }) {
  const words = useWords();
  return splitMarks(text).map((part, index) => {
    if (part.kind === "readable") return part.text;
    const count = [...part.text].length;
    const code = count > 1 ? `${part.code} × ${count}` : part.code;
    return (
      <span
        // biome-ignore lint/suspicious/noArrayIndexKey: a mark is the text at its place
        key={index}
        className="kt-mark"
        data-code={code}
        title={words("payload.mark", { code })}
      >
        {part.text}
      </span>
    );
  });
}
