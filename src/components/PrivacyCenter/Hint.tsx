import { Fragment } from "react";

export interface HintProps {
  readonly sentences: readonly string[];
}

/** Sentences below the controls; nothing where there is none. */
export function Hint({ sentences }: HintProps) {
  if (sentences.length === 0) return null;
  return (
    <p className="kt-hint">
      {sentences.map((sentence, index) => (
        <Fragment key={sentence}>
          {index > 0 && <span> </span>}
          <span>{sentence}</span>
        </Fragment>
      ))}
    </p>
  );
}
