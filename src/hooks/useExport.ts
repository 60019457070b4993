"use client";
import { useEffect, useRef, useState } from "react";
import { collectExport, type ExportProgress } from "../client/collectExport.ts";
import { asKlartextError, type KlartextError } from "../client/errors.ts";
import type { PrivacyExport } from "../contract/privacyExport.ts";
import { usePrivacy } from "./PrivacyContext.ts";

export type ExportState =
  | { readonly kind: "idle" | "saved" | "not-saved" | "stopped" }
  | { readonly kind: "reading"; readonly progress: ExportProgress }
  | { readonly kind: "failed"; readonly error: KlartextError };

interface Exporting {
  readonly state: ExportState;
  /** Reads everything and hands it to `save`, which may throw; while it is reading: nothing. */
  readonly start: (save: (all: PrivacyExport) => void) => Promise<void>;
  readonly stop: () => void;
}

/** Reads all that a panel can tell, until it is done or the component is gone. */
export function useExport(): Exporting {
  const { client } = usePrivacy();
  const [state, setState] = useState<ExportState>({ kind: "idle" });
  const reading = useRef<AbortController>(undefined);

  useEffect(() => () => reading.current?.abort(), []);

  const start = async (save: (all: PrivacyExport) => void) => {
    if (state.kind === "reading") return;
    const controller = new AbortController();
    reading.current = controller;
    const { signal } = controller;
    const tell = (next: ExportState) => {
      if (!signal.aborted) setState(next);
    };
    try {
      const all = await collectExport(client, {
        now: () => new Date(),
        onProgress: (progress) => tell({ kind: "reading", progress }),
        signal,
      });
      if (!signal.aborted)
        setState({ kind: isDone(() => save(all)) ? "saved" : "not-saved" });
    } catch (error) {
      if (!signal.aborted) tell({ kind: "failed", error: asKlartextError(error) });
    }
  };

  const stop = () => {
    reading.current?.abort();
    setState({ kind: "stopped" });
  };

  return { state, start, stop };
}

/** Whether something was done without an error: what a browser throws says nothing to a person. */
function isDone(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
