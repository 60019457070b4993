"use client";
import type { KeyboardEvent, Ref, SyntheticEvent } from "react";
import { usePageId } from "../../hooks/usePageId.ts";
import { useWords } from "../../hooks/useWords.ts";

export interface PurposeSwitchProps {
  /** The constant, visible name; never changes with the state (WAI-ARIA `switch`). */
  readonly label: string;
  readonly checked: boolean;
  /** A decision is on its way to the panel. @default false */
  readonly busy?: boolean;
  /** It cannot be turned now; what `describedBy` names says why. @default false */
  readonly inactive?: boolean;
  /** The checkbox itself. */
  readonly inputRef?: Ref<HTMLInputElement>;
  /** The ids of what describes the state. */
  readonly describedBy?: string;
  /** The person wants it on or off. */
  readonly onCheckedChange: (checked: boolean) => void;
}

/**
 * A switch for one purpose: a native checkbox with `role="switch"`, so that Space works,
 * and Enter too. The second half of a double click does nothing. It keeps the focus while busy or inactive, for it is never `disabled`.
 */
export function PurposeSwitch({
  label,
  checked,
  busy = false,
  inactive = false,
  describedBy,
  inputRef,
  onCheckedChange,
}: PurposeSwitchProps) {
  const words = useWords();
  const id = usePageId();

  const activate = (event: SyntheticEvent<HTMLInputElement, Event>) => {
    const isSecondOfDoubleClick =
      event.nativeEvent instanceof UIEvent && event.nativeEvent.detail > 1;
    if (!isSecondOfDoubleClick && !inactive) onCheckedChange(!checked);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (!event.repeat) activate(event);
  };

  return (
    <span className="kt-switch" data-kt="switch">
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox states it; ARIA in HTML forbids both
        role="switch"
        className="kt-switch__input"
        ref={inputRef}
        id={id}
        checked={checked}
        aria-busy={busy || undefined}
        aria-disabled={inactive || undefined}
        aria-describedby={describedBy}
        onChange={activate}
        onKeyDown={onKeyDown}
      />
      <label className="kt-switch__label" htmlFor={id}>
        {label}
      </label>
      <span className="kt-switch__state" aria-hidden="true">
        {words(checked ? "on" : "off")}
      </span>
    </span>
  );
}
