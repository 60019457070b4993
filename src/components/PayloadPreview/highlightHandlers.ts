import type { HTMLAttributes } from "react";
import type { Highlight } from "../../hooks/useHighlight.ts";

type Pointers = Pick<
  HTMLAttributes<HTMLElement>,
  "onPointerEnter" | "onPointerLeave" | "onFocus" | "onBlur"
>;

/** Highlights the values of some items while a mouse or the focus is in an element. */
export function highlightHandlers(
  items: readonly string[],
  { hover }: Highlight,
): Pointers {
  const enter = () => hover({ as: "items", items });
  const leave = () => hover(undefined);
  return {
    // A finger that taps has left again before anybody could look.
    onPointerEnter: ({ pointerType }) => pointerType === "mouse" && enter(),
    onPointerLeave: ({ pointerType }) => pointerType === "mouse" && leave(),
    onFocus: enter,
    onBlur: leave,
  };
}
