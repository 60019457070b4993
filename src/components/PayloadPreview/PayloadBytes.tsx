"use client";
import { useState } from "react";
import { useAnnounce } from "../../hooks/useAnnounce.ts";
import { useWords } from "../../hooks/useWords.ts";
import { ByteBlocks, type ByteBlocksProps } from "./ByteBlocks.tsx";
import { saveBytes } from "./saveBytes.ts";

export interface PayloadBytesProps extends Pick<ByteBlocksProps, "marked" | "pointer"> {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What is shown of the bytes; none where they are too many, or cannot be shown. */
  readonly text: string | undefined;
  /** Whether the text is the bytes, read as UTF-8, and copying it gives them. */
  readonly isWhole: boolean;
  /** The accessible name of the block. */
  readonly label: string;
  /** The name of the file that is saved. */
  readonly fileName: string;
}

/**
 * The very bytes as one text that can be selected and searched, in a block that a keyboard
 * can scroll; copying and saving give the same bytes. What cannot be shown is saved alone.
 */
export function PayloadBytes({
  bytes,
  text,
  isWhole,
  label,
  fileName,
  ...blocks
}: PayloadBytesProps) {
  const words = useWords();
  const announce = useAnnounce();
  const [wrapped, setWrapped] = useState(false);
  const [copied, setCopied] = useState<"payload.copied" | "payload.copyFailed">();

  const copy = async (all: string) => {
    // Where a page has no clipboard, asking for it throws.
    const write = async () => navigator.clipboard.writeText(all);
    const outcome = await write().then(
      () => "payload.copied" as const,
      () => "payload.copyFailed" as const,
    );
    setCopied(outcome);
    announce(words(outcome));
  };

  return (
    <>
      {text !== undefined && (
        <section
          className="kt-bytes"
          aria-label={label}
          data-wrapped={wrapped || undefined}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll it
          tabIndex={0}
        >
          <ByteBlocks text={text} {...blocks} />
        </section>
      )}
      <div className="kt-tools">
        {text !== undefined && (
          <button
            type="button"
            className="kt-button"
            aria-pressed={wrapped}
            onClick={() => setWrapped(!wrapped)}
          >
            {words("payload.wrap")}
          </button>
        )}
        {text !== undefined && isWhole && (
          <button type="button" className="kt-button" onClick={() => void copy(text)}>
            {words("payload.copy")}
          </button>
        )}
        <button
          type="button"
          className="kt-button"
          onClick={() => saveBytes(bytes, fileName)}
        >
          {words("payload.save")}
        </button>
      </div>
      {copied && <p>{words(copied)}</p>}
    </>
  );
}
