import { useState } from "react";
import type { Language } from "../../src/index.ts";

const words = {
  de: {
    label: "Absturz vorführen",
    crashed: "Der Prozess „client“ ist abgestürzt.",
    failed: "Nicht möglich. Sind Sie als Admin angemeldet?",
  },
  en: {
    label: "Demonstrate a crash",
    crashed: "The process “client” has crashed.",
    failed: "Not possible. Are you signed in as Admin?",
  },
} as const;

/** Makes a process of the panel crash for real, to see what is reported then. */
export function CrashButton({ language }: { readonly language: Language }) {
  const [outcome, setOutcome] = useState<"crashed" | "failed">();
  const crash = async () => {
    const response = await fetch("/demo/crash", { method: "POST" }).catch(
      () => undefined,
    );
    setOutcome(response?.ok ? "crashed" : "failed");
  };
  return (
    <>
      <button type="button" onClick={() => void crash()}>
        {words[language].label}
      </button>
      <span role="status">{outcome && words[language][outcome]}</span>
    </>
  );
}
