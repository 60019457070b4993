import type { Sample } from "../../policy/document.ts";

export interface PolicySampleProps {
  readonly sample: Sample;
}

/** A payload with made-up values, folded and called a sample: `<details>`. */
export function PolicySample({ sample: { label, note, text } }: PolicySampleProps) {
  return (
    <details className="kt-disclosure kt-policy__sample">
      <summary>{label}</summary>
      <p>{note}</p>
      <pre translate="no">
        <code>{text}</code>
      </pre>
    </details>
  );
}
