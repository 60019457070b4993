import type { Language } from "../../src/index.ts";
import type { DemoFailure } from "./askDemo.ts";
import { pageWords } from "./pageWords.ts";

export interface FailureProps {
  readonly language: Language;
  /** What did not happen. */
  readonly what: string;
  readonly failure: DemoFailure;
}

const { causes } = pageWords;

/** What did not happen, why, and what to do; below it what came, in the panel's English. */
export function Failure({ language, what, failure }: FailureProps) {
  const { cause, received } = failure;
  const words = isExplained(cause) ? causes[cause] : causes.other;
  const why = words[language].replaceAll("{{origin}}", () => location.origin);
  return (
    <div className="host-failure">
      <p>
        {what} {why}
      </p>
      <code lang="en" translate="no">
        {received}
      </code>
    </div>
  );
}

function isExplained(cause: string): cause is keyof typeof causes {
  return Object.hasOwn(causes, cause);
}
