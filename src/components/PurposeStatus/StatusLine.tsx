import { Fragment } from "react";
import type { StatusSentence } from "../../describe/describeStatus.ts";
import { TimedText } from "../TimedText.tsx";

export interface StatusLineProps {
  readonly sentences: readonly StatusSentence[];
}

/** The one line of a purpose's status: a `<p>` that keeps its height as its words change. */
export function StatusLine({ sentences }: StatusLineProps) {
  return (
    <p className="kt-status">
      {sentences.map(({ key, text, at }, index) => (
        <Fragment key={key}>
          {index > 0 && <span> </span>}
          <TimedText text={text} moments={[at]} />
        </Fragment>
      ))}
    </p>
  );
}
