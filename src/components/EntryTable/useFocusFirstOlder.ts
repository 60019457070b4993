"use client";
import { type RefObject, useEffect, useRef } from "react";
import { focusOn } from "../../hooks/focusOn.ts";

/**
 * Moves the focus to the first of the older rows when the button that asked for them has gone
 * with the last of them (WCAG 2.4.3).
 *
 * @param container holds the button and the table; its rows bear `data-entry`.
 * @param ids of the rows that are shown, in their order.
 * @param isWhole whether there is nothing older to read.
 */
export function useFocusFirstOlder(
  container: RefObject<HTMLElement | null>,
  ids: readonly string[],
  isWhole: boolean,
): void {
  const before = useRef({ ids, isWhole });
  useEffect(() => {
    const last = before.current;
    before.current = { ids, isWhole };
    if (last.isWhole || !isWhole || last.ids.length === 0) return;
    if (document.activeElement !== document.body) return;
    const known = new Set(last.ids);
    const first = ids.find((id, index) => index > 0 && !known.has(id));
    const rows = [
      ...(container.current?.querySelectorAll<HTMLElement>("[data-entry]") ?? []),
    ];
    const row = rows.find((one) => one.dataset.entry === first);
    focusOn(row?.querySelector("button") ?? row);
  });
}
