/** What is drawn as a line, and what is filled, on 16 × 16 units. */
interface Drawing {
  readonly line: string;
  readonly fill?: string;
  readonly isDashed?: true;
}

const ring = "M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8z";

/** Told apart by shape, so that no colour is needed. */
const drawings = {
  "arrow-right": { line: "M2 8h11M9 4l4 4-4 4" },
  "barred-ring": { line: `${ring}M3.7 12.3 12.3 3.7` },
  "bent-arrow": { line: "M13 13.5V8a2.5 2.5 0 0 0-2.5-2.5H3M6.2 2.3 3 5.5l3.2 3.2" },
  check: { line: "m2.5 8.5 3.7 3.7 7.3-8.4" },
  chevron: { line: "m6 3 5 5-5 5" },
  "dashed-ring": { line: ring, isDashed: true },
  eye: {
    line: "M1.2 8S3.7 3.5 8 3.5 14.8 8 14.8 8 12.3 12.5 8 12.5 1.2 8 1.2 8zM8 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4z",
  },
  "half-ring": { line: ring, fill: "M8 2a6 6 0 0 1 0 12z" },
  inbox: { line: "M2 9.5V13h12V9.5L11.5 3h-7zM2 9.5h4l.8 1.5h2.4l.8-1.5h4" },
  octagon: {
    line: "M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3zM8 4.5V9M8 11v.6",
  },
  padlock: {
    line: "M4.5 7h7A1.5 1.5 0 0 1 13 8.5v4a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 3 12.5v-4A1.5 1.5 0 0 1 4.5 7zM5 7V5a3 3 0 0 1 6 0v2",
  },
  pause: { line: `${ring}M6.3 5.5v5M9.7 5.5v5` },
  plug: { line: "M5.5 1.5v4M10.5 1.5v4M3.5 5.5h9V8a4.5 4.5 0 0 1-9 0zM8 12.5v2" },
  question: { line: `${ring}M6 6.3a2 2 0 1 1 2.6 2c-.4.2-.6.5-.6 1M8 11.2v.5` },
  "ring-check": { line: `${ring}M5 8.2 7.2 10.4 11.2 6` },
  server: {
    line: "M3 2.5h10a1 1 0 0 1 1 1v3a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1v-3a1 1 0 0 1 1-1zM3 8.5h10a1 1 0 0 1 1 1v3a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1v-3a1 1 0 0 1 1-1zM4.5 5H5M4.5 11H5",
  },
  shield: { line: "M8 1.5 13.5 3.5v4c0 3.5-2.3 5.8-5.5 7-3.2-1.2-5.5-3.5-5.5-7v-4z" },
  spinner: { line: "M8 2a6 6 0 1 1-6 6" },
  triangle: { line: "M8 2 14.8 13.8H1.2zM8 6.3v3.4M8 11.5v.5" },
} as const satisfies Readonly<Record<string, Drawing>>;

export type IconName = keyof typeof drawings;

/** Every sign that there is. */
export const iconNames = Object.keys(drawings) as IconName[];

export interface IconProps {
  readonly name: IconName;
}

/** A sign beside a word that says the same: an `<svg>` as large as the text, in its colour. */
export function Icon({ name }: IconProps) {
  const { line, fill, isDashed }: Drawing = drawings[name];
  return (
    <svg
      className="kt-icon"
      data-icon={name}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={line} strokeDasharray={isDashed && "0.9 3"} />
      {fill && <path className="kt-icon__fill" d={fill} />}
    </svg>
  );
}
