import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Anatomy } from "./anatomies.ts";
import "./pages.css";

export interface MarkedPartsProps {
  readonly anatomy: Anatomy;
  readonly children: ReactNode;
}

interface Place {
  readonly name: string;
  readonly top: number;
  readonly left: number;
}

/** A living component with a number at each of its parts, and the list of their names. */
export function MarkedParts({ anatomy, children }: MarkedPartsProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [places, setPlaces] = useState<readonly Place[]>([]);

  useEffect(() => {
    const { current } = frame;
    if (!current) return;
    const living = current.firstElementChild ?? current;
    const measure = () => {
      const next = placesOf(anatomy, current);
      setPlaces((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next));
    };
    const resized = new ResizeObserver(measure);
    const changed = new MutationObserver(measure);
    resized.observe(living);
    changed.observe(living, { childList: true, subtree: true, attributes: true });
    measure();
    return () => {
      resized.disconnect();
      changed.disconnect();
    };
  }, [anatomy]);

  return (
    <>
      <ol translate="no">
        {anatomy.parts.map(({ name, what }) => (
          <li key={name}>
            <code>.{name}</code> – {what}
          </li>
        ))}
      </ol>
      <div className="page-anatomy" ref={frame}>
        <div>{children}</div>
        {places.map(({ name, top, left }) => (
          <span
            key={name}
            className="page-mark"
            data-part={name}
            aria-hidden="true"
            style={{ insetBlockStart: top, left }}
          >
            {anatomy.parts.findIndex((one) => one.name === name) + 1}
          </span>
        ))}
      </div>
    </>
  );
}

/** Where the first of each part is; marks that would lie on each other stand side by side. */
function placesOf({ of, parts }: Anatomy, frame: HTMLElement): readonly Place[] {
  const outer = frame.getBoundingClientRect();
  const root = frame.querySelector(of);
  const placed: Place[] = [];
  for (const { name } of parts) {
    const part = root?.querySelector(`.${name}`);
    if (!part) continue;
    const inner = part.getBoundingClientRect();
    const top = Math.round(inner.top - outer.top - 8);
    let left = Math.max(0, Math.round(inner.left - outer.left - 20));
    while (
      placed.some((one) => Math.abs(one.top - top) < 24 && Math.abs(one.left - left) < 24)
    ) {
      left += 26;
    }
    placed.push({ name, top, left });
  }
  return placed;
}
