import type { MouseEvent, ReactNode } from "react";
import { focusOn } from "../hooks/focusOn.ts";

export interface DisclosureLinkProps {
  /** The id of a `<details>`, or of what lies within one. */
  readonly to: string;
  readonly children: ReactNode;
}

/** A link to what is folded: it unfolds it, brings it into view and takes the focus there. */
export function DisclosureLink({ to, children }: DisclosureLinkProps) {
  const onClick = (event: MouseEvent<HTMLAnchorElement>) => {
    const root = event.currentTarget.getRootNode() as Document | ShadowRoot;
    const target = root.getElementById(to);
    const details = target?.closest("details");
    if (!target || !details) return;
    event.preventDefault();
    details.open = true;
    const goal = target === details ? details.querySelector("summary") : target;
    focusOn(goal, { preventScroll: true });
    target.scrollIntoView({ block: "start" });
  };
  return (
    <a href={`#${to}`} onClick={onClick}>
      {children}
    </a>
  );
}
