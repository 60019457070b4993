"use client";
import { type KeyboardEvent, type Ref, type SyntheticEvent, useRef } from "react";
import { usePageId } from "../../hooks/usePageId.ts";
import { useWhileUnfocused } from "../../hooks/useWhileUnfocused.ts";
import { useWords } from "../../hooks/useWords.ts";

export interface PurposeSwitchProps {
  /** The constant, visible name; never changes with the state (WAI-ARIA `switch`). */
  readonly label: string;
  readonly checked: boolean;
  /** A decision is on its way to the panel. @default false */
  readonly busy?: boolean;
  /** It cannot be turned now; `description` says why. @default false */
  readonly inactive?: boolean;
  /** The checkbox itself. */
  readonly inputRef?: Ref<HTMLInputElement>;
  /**
   * What hinders turning it, for those who do not see the page; while it has the focus, the
   * words stay as they were, for a change would be read aloud beside its announcement.
   */
  readonly description?: string | undefined;
  /** The person wants it on or off. */
  readonly onCheckedChange: (checked: boolean) => void;
}

/** What is activated twice within this time, in milliseconds, was meant once. */
const doubleClick = 500;

/**
 * A switch for one purpose: a native checkbox with `role="switch"`, so that Space works,
 * and Enter too. It stands where the panel's state is, whatever the browser does with it,
 * and two activations at once are one. It keeps the focus while busy or inactive, for it is
 * never `disabled`.
 */
export function PurposeSwitch({
  label,
  checked,
  busy = false,
  inactive = false,
  description,
  inputRef,
  onCheckedChange,
}: PurposeSwitchProps) {
  const words = useWords();
  const id = usePageId();
  const { value: described, onFocus, onBlur } = useWhileUnfocused(description);

  const activatedAt = useRef(Number.NEGATIVE_INFINITY);

  const activate = (event: SyntheticEvent<HTMLInputElement, Event>) => {
    // The browser has turned it already, and Preact would leave it so.
    event.currentTarget.checked = checked;
    const isSecond = event.timeStamp - activatedAt.current < doubleClick;
    activatedAt.current = event.timeStamp;
    if (!isSecond && !inactive) onCheckedChange(!checked);
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
        aria-labelledby={`${id}-label`}
        aria-describedby={described && `${id}-description`}
        onFocus={onFocus}
        onBlur={onBlur}
        onChange={activate}
        onKeyDown={onKeyDown}
      />
      {/* It names the switch; read by itself it would be said twice, and called clickable. */}
      <label
        className="kt-switch__label"
        id={`${id}-label`}
        htmlFor={id}
        aria-hidden="true"
      >
        {label}
      </label>
      <span className="kt-switch__state" aria-hidden="true">
        {words(checked ? "on" : "off")}
      </span>
      {described && (
        <span id={`${id}-description`} hidden>
          {described}
        </span>
      )}
    </span>
  );
}
