"use client";
import { type MouseEvent, memo, useEffect, useMemo, useRef } from "react";
import { useBlocksInView } from "../../hooks/useBlocksInView.ts";
import { useWords } from "../../hooks/useWords.ts";
import {
  type ByteMark,
  cutAtMarks,
  type MarkedBytes,
  marksWithin,
} from "../../payload/view/byteMarks.ts";
import { splitBlocks, splitMarks } from "../../payload/view/splitBytes.ts";
import { textOffsetAt } from "../../payload/view/textOffsetAt.ts";

export interface ByteBlocksProps {
  readonly text: string;
  /** What is set apart in the text; none in bytes that nobody explains. */
  readonly marked?: MarkedBytes | undefined;
  readonly pointer?: BytesPointer | undefined;
}

/** Hears of the offsets in the text that a mouse or a finger points at. */
interface BytesPointer {
  /** A mouse has come to an offset, or left the text. */
  readonly onMove: (offset: number | undefined) => void;
  /** A click or a tap, but none that ends a selection of text. */
  readonly onSelect: (offset: number) => void;
}

/**
 * A text whole, as a `<pre>` in blocks that a browser lays out only where someone looks,
 * searches or selects. Its `textContent` is the text, and so is what a selection of all of
 * it copies. What cannot be seen is named beside it, and reorders nothing.
 */
export const ByteBlocks = memo(function ByteBlocks({
  text,
  marked,
  pointer,
}: ByteBlocksProps) {
  const pre = useRef<HTMLPreElement>(null);
  const blocks = useMemo(() => placeBlocks(text), [text]);
  const isInView = useBlocksInView(pre, blocks, marked !== undefined);
  const selections = marked?.selections;
  const needed = marked && neededOffset(marked);

  // The same value may be selected again, once the reader has gone elsewhere.
  useEffect(() => {
    if (!selections) return;
    const value = pre.current?.querySelector("[data-highlighted=value]");
    value?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [selections]);

  /** Looks within the block alone, for a text may be long. */
  const offsetOf = ({ target, clientX, clientY }: MouseEvent) => {
    const element = target instanceof Element ? target.closest("pre > *") : null;
    const index = element ? [...(pre.current?.children ?? [])].indexOf(element) : -1;
    const block = blocks[index];
    if (!block || !(element instanceof HTMLElement)) return undefined;
    const offset = textOffsetAt(element, clientX, clientY);
    return offset === undefined ? undefined : block.start + offset;
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: buttons do the same beside it
    <pre
      ref={pre}
      translate="no"
      data-explained={pointer ? true : undefined}
      onPointerMove={(event) => {
        if (event.pointerType === "mouse" && !isSelecting(event)) {
          pointer?.onMove(offsetOf(event));
        }
      }}
      onPointerLeave={(event) => {
        if (!isSelecting(event)) pointer?.onMove(undefined);
      }}
      onClick={(event) => {
        if (!pointer || isSelecting(event)) return;
        const offset = offsetOf(event);
        if (offset !== undefined) pointer.onSelect(offset);
      }}
    >
      {blocks.map((block, index) => {
        const isMarked =
          marked !== undefined &&
          (isInView(index) || (needed !== undefined && holds(block, needed)));
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

/** Whether text is being selected or is: marks that came or went would end that. */
function isSelecting({ buttons }: { readonly buttons: number }): boolean {
  return buttons !== 0 || getSelection()?.isCollapsed === false;
}

/** What the reader is led to, which must be there before it is in view. */
function neededOffset({ highlighted, reading }: MarkedBytes): number | undefined {
  if (highlighted?.as === "value") return highlighted.value.start;
  if (reading.status === "not-json") return reading.offset;
  return reading.status === "not-utf8" ? reading.broken[0]?.offset : undefined;
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
            className="kt-highlight"
            data-highlighted={mark.highlighted}
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
