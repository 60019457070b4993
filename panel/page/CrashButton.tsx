import { useState } from "react";
import type { Language } from "../../src/index.ts";
import { askDemo, type DemoFailure } from "./askDemo.ts";
import { Failure } from "./Failure.tsx";
import { pageWords } from "./pageWords.ts";

const words = pageWords.crash;

/** Makes a process of the panel crash for real, to see what is reported then. */
export function CrashButton({ language }: { readonly language: Language }) {
  const [outcome, setOutcome] = useState<"crashed" | DemoFailure>();
  const crash = async () => setOutcome((await askDemo("demo/crash")) ?? "crashed");
  return (
    <>
      <button type="button" onClick={() => void crash()}>
        {words.label[language]}
      </button>
      <div role="status">{outcome && <Outcome {...{ language, outcome }} />}</div>
    </>
  );
}

function Outcome({
  language,
  outcome,
}: {
  readonly language: Language;
  readonly outcome: "crashed" | DemoFailure;
}) {
  if (outcome === "crashed") return words.crashed[language];
  const { cause } = outcome;
  if (cause === "not-signed-in" || cause === "not-permitted") {
    return words.notPermitted[language];
  }
  return <Failure language={language} failure={outcome} what={words.failed[language]} />;
}
