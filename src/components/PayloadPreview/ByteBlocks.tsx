"use client";
import { memo, useEffect, useMemo, useRef } from "react";
import { useBlocksInView } from "../../hooks/useBlocksInView.ts";
import { useWords } from "../../hooks/useWords.ts";
import { type ByteMark, cutAtMarks, type MarkedBytes, marksWithin } from "./byteMarks.ts";
import { splitBlocks, splitMarks } from "./splitBytes.ts";
import { textOffsetAt } from "./textOffsetAt.ts";

export interface ByteBlocksProps {
  readonly text: string;
  /** What is set apart in the text; none in bytes that nobody explains. */
  readonly marked?: MarkedBytes | undefined;
  /** Called with the offset in the text that a mouse or a finger points at. */
  readonly onPoint?: ((offset: number) => void) | undefined;
}

/**
 * A text whole, as a `<pre>` in blocks that a browser lays out only where someone looks,
 * searches or selects. Its `textContent` is the text, and so is what a selection of all of
 * it copies. What cannot be seen is named beside it, and reorders nothing.
 */
export const ByteBlocks = memo(function ByteBlocks({
  text,
  marked,
  onPoint,
}: ByteBlocksProps) {
  const pre = useRef<HTMLPreElement>(null);
  const blocks = useMemo(() => placeBlocks(text), [text]);
  const isInView = useBlocksInView(pre, blocks, marked !== undefined);
  const at = marked?.at;
  const turn = marked?.turn;

  // The same value may be asked for again, once the reader has gone elsewhere.
  useEffect(() => {
    if (!at || !turn) return;
    const lit = pre.current?.querySelector("[data-lit=value]");
    lit?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [at, turn]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: buttons do the same beside it
    <pre
      ref={pre}
      translate="no"
      data-explained={onPoint ? true : undefined}
      onClick={({ currentTarget, clientX, clientY }) => {
        if (!onPoint || getSelection()?.isCollapsed === false) return;
        const offset = textOffsetAt(currentTarget, clientX, clientY);
        if (offset !== undefined) onPoint(offset);
      }}
    >
      {blocks.map((block, index) => {
        const isMarked =
          marked !== undefined && (isInView(index) || (at && holds(block, at.start)));
        return (
          <Block
            key={block.start}
            {...block}
            isLast={index === blocks.length - 1}
            marks={isMarked ? marksWithin(marked, block.start, block.end) : none}
          />
        );
      })}
      {/* Selections leave out a line break that nothing follows. */}
      {text.endsWith("\n") && <span className="kt-bytes__end" />}
    </pre>
  );
});

interface PlacedBlock {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const none: readonly ByteMark[] = [];

function placeBlocks(text: string): readonly PlacedBlock[] {
  let start = 0;
  return splitBlocks(text).map((block) => {
    const placed = { text: block, start, end: start + block.length };
    start = placed.end;
    return placed;
  });
}

function holds({ start, end }: PlacedBlock, offset: number): boolean {
  return start <= offset && offset < end;
}

interface BlockProps extends PlacedBlock {
  readonly isLast: boolean;
  readonly marks: readonly ByteMark[];
}

const Block = memo(function Block({ text, start, isLast, marks }: BlockProps) {
  return (
    <span className={isLast ? "kt-bytes__last" : "kt-bytes__block"}>
      {cutAtMarks(text, start, marks).map(({ text: piece, mark }, index) =>
        mark ? (
          <mark
            // biome-ignore lint/suspicious/noArrayIndexKey: a piece is the text at its place
            key={index}
            className="kt-lit"
            data-lit={mark.lit}
            data-finding={mark.finding}
            data-changed={mark.isChanged || undefined}
            data-code={mark.code}
          >
            <Marked text={piece} />
          </mark>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is the text at its place
          <Marked key={index} text={piece} />
        ),
      )}
    </span>
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
