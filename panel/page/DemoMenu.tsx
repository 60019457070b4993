import {
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";

export interface DemoMenuProps {
  /** What it is, for those who do not see where it stands. */
  readonly label: string;
  /** What its button shows. */
  readonly name: string;
  readonly buttonRef: RefObject<HTMLButtonElement | null>;
  /** What it holds; `close` puts the focus back on the button. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button that shows what there is to do, until Escape, or a press or focus elsewhere. */
export function DemoMenu({ label, name, buttonRef, children }: DemoMenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const id = useId();

  useEffect(() => {
    if (!isOpen) return;
    const closeOutside = ({ target }: Event) => {
      if (!root.current?.contains(target as Node)) setIsOpen(false);
    };
    const events = ["pointerdown", "focusin"] as const;
    for (const event of events) document.addEventListener(event, closeOutside);
    return () => {
      for (const event of events) document.removeEventListener(event, closeOutside);
    };
  }, [isOpen]);

  const close = () => {
    setIsOpen(false);
    buttonRef.current?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from wherever the focus is inside
    <div
      ref={root}
      className="host-menu"
      onKeyDown={({ key }) => {
        if (key === "Escape" && isOpen) close();
      }}
    >
      <button
        type="button"
        ref={buttonRef}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span className="host-hidden">{label}:</span> <span>{name}</span>
        <span className="host-menu__arrow" aria-hidden="true" />
      </button>
      {isOpen && (
        <div id={id} className="host-menu__content">
          {children(close)}
        </div>
      )}
    </div>
  );
}
