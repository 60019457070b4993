"use client";
import { useState } from "react";
import { useAnnounce } from "../../hooks/useAnnounce.ts";
import { useWords } from "../../hooks/useWords.ts";
import { largestShown } from "../../payload/readPayload.ts";
import { ByteBlocks } from "./ByteBlocks.tsx";
import { saveBytes } from "./saveBytes.ts";

export interface PayloadBytesProps {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The bytes as text, read as UTF-8; none where they are no text, or too long a one. */
  readonly text: string | undefined;
  /** The accessible name of the block. */
  readonly label: string;
  /** The name of the file that is saved. */
  readonly fileName: string;
}

/**
 * The very bytes as one text that can be selected and searched, in a block that a keyboard
 * can scroll; copying and saving give the same bytes. What is too large is saved alone.
 */
export function PayloadBytes({ bytes, text, label, fileName }: PayloadBytesProps) {
  const words = useWords();
  const announce = useAnnounce();
  const [wrapped, setWrapped] = useState(false);
  const isTooLarge = bytes.length > largestShown;

  const copy = async (all: string) => {
    try {
      await navigator.clipboard.writeText(all);
      announce(words("payload.copied"));
    } catch {
      announce(words("payload.copyFailed"));
    }
  };

  return (
    <>
      {isTooLarge && (
        <p className="kt-alert">
          {words("payload.tooLarge", { size: largestShown / 1_000_000 })}
        </p>
      )}
      {text !== undefined && !isTooLarge && (
        <section
          className="kt-bytes"
          aria-label={label}
          data-wrapped={wrapped || undefined}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll it
          tabIndex={0}
        >
          <ByteBlocks text={text} />
        </section>
      )}
      <div className="kt-tools">
        {text !== undefined && !isTooLarge && (
          <>
            <button
              type="button"
              className="kt-button"
              aria-pressed={wrapped}
              onClick={() => setWrapped(!wrapped)}
            >
              {words("payload.wrap")}
            </button>
            <button type="button" className="kt-button" onClick={() => void copy(text)}>
              {words("payload.copy")}
            </button>
          </>
        )}
        <button
          type="button"
          className="kt-button"
          onClick={() => saveBytes(bytes, fileName)}
        >
          {words("payload.save")}
        </button>
      </div>
    </>
  );
}
