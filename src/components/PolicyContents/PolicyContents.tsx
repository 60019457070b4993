import type { Contents } from "../../policy/document.ts";

export interface PolicyContentsProps {
  readonly contents: Contents;
  /** Put before every anchor, so that a policy can stand twice on one page. */
  readonly idPrefix: string;
}

/** Links to the sections of a policy: `<nav>` under its name. It is not printed. */
export function PolicyContents({
  contents: { anchor, label, entries },
  idPrefix,
}: PolicyContentsProps) {
  const id = idPrefix + anchor;
  return (
    <nav className="kt-policy__contents" aria-labelledby={id}>
      <p id={id}>{label}</p>
      <ul>
        {entries.map(({ anchor: target, heading }) => (
          <li key={target}>
            <a href={`#${idPrefix}${target}`}>{heading}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
