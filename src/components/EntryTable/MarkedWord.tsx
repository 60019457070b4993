import type { ReactNode } from "react";
import { Icon, type IconName } from "../Icon/Icon.tsx";

/** How an entry is marked: what it came to, told by a sign and a word, and coloured. */
export type EntryMark = "sent" | "failed" | "open" | "plain";

export interface MarkedWordProps {
  readonly icon: IconName;
  readonly mark: EntryMark;
  readonly children: ReactNode;
}

/** A word with its sign. */
export function MarkedWord({ icon, mark, children }: MarkedWordProps) {
  return (
    <span className="kt-outcome" data-mark={mark}>
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  );
}
