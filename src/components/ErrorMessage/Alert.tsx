"use client";
import { Children, type ReactNode, useContext, useRef } from "react";
import { AnnounceContext } from "../../hooks/useAnnounce.ts";
import { useAnnounceText } from "../../hooks/useAnnounceText.ts";

export interface AlertProps {
  /** What went wrong and what to do next, in paragraphs; nothing while all is well. */
  readonly children: ReactNode;
  /** What belongs to it and is not to be read out, such as what changes all the time. */
  readonly after?: ReactNode;
  /**
   * Whether it is read out also when it is there from the start, as the reason why
   * something is not shown. @default false
   */
  readonly announcesFirst?: boolean;
}

/**
 * A box that says what went wrong. The announcer of its centre reads its paragraphs out, each
 * once; where there is none it is an alert by itself (`role="alert"`, put in with its text).
 */
export function Alert({ children, after, announcesFirst = false }: AlertProps) {
  const text = useRef<HTMLDivElement>(null);
  const hasAnnouncer = useContext(AnnounceContext) !== null;
  useAnnounceText(text, announcesFirst);
  if (Children.toArray(children).length === 0) return null;
  return (
    <div className="kt-alert">
      <div
        ref={text}
        role={hasAnnouncer ? undefined : "alert"}
        className="kt-alert__text"
        data-kt="alert"
      >
        {children}
      </div>
      {after}
    </div>
  );
}
