"use client";
import { type SyntheticEvent, useState } from "react";
import { useWords } from "../../hooks/useWords.ts";
import { LoadedLater } from "../LoadedLater.tsx";
import { transmissionList } from "../parts.ts";

export interface TransmissionLogProps {
  readonly purpose: string;
  /** The heading of the purpose, for the name of the log. */
  readonly heading: string;
}

/** Everything that was sent for a purpose, or tried: a `<details>` that reads when opened. */
export function TransmissionLog({ purpose, heading }: TransmissionLogProps) {
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);

  const onToggle = (event: SyntheticEvent<HTMLDetailsElement>) => {
    setIsOpen(event.currentTarget.open);
    if (event.currentTarget.open) setWasOpened(true);
  };

  return (
    <details className="kt-disclosure" onToggle={onToggle} data-kt="log">
      <summary>{words("log.heading", { heading })}</summary>
      {wasOpened && <LoadedLater part={transmissionList} props={{ purpose, isOpen }} />}
    </details>
  );
}
