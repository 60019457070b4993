"use client";
import { type ReactNode, useState } from "react";
import { AnnounceContext } from "../../hooks/useAnnounce.ts";

export interface AnnouncerProps {
  readonly children: ReactNode;
}

/** The one `role="status"` region of a centre; it is there before anything is said in it. */
export function Announcer({ children }: AnnouncerProps) {
  const [sentence, setSentence] = useState("");
  return (
    <AnnounceContext.Provider value={setSentence}>
      <div role="status" className="kt-hidden">
        {sentence}
      </div>
      {children}
    </AnnounceContext.Provider>
  );
}
