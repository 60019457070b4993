import { useState } from "react";
import type { Language } from "../../src/index.ts";
import { pageWords } from "./pageWords.ts";

const words = pageWords.crash;

/** Makes a process of the panel crash for real, to see what is reported then. */
export function CrashButton({ language }: { readonly language: Language }) {
  const [outcome, setOutcome] = useState<"crashed" | "failed">();
  const crash = async () => {
    const response = await fetch("demo/crash", { method: "POST" }).catch(() => undefined);
    setOutcome(response?.ok ? "crashed" : "failed");
  };
  return (
    <>
      <button type="button" onClick={() => void crash()}>
        {words.label[language]}
      </button>
      <span role="status">{outcome && words[outcome][language]}</span>
    </>
  );
}
