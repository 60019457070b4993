"use client";
import { type ComponentType, type ReactNode, useContext } from "react";
import type { Lazy } from "../client/createLazy.ts";
import { LazyWordsContext } from "../hooks/LazyWordsContext.ts";
import { useLazy } from "../hooks/useLazy.ts";
import { useOpeningWords } from "../hooks/useOpeningWords.ts";
import { RetryAlert } from "./ErrorMessage/RetryAlert.tsx";

export interface LazyPartProps<Props extends object> {
  readonly part: Lazy<ComponentType<Props>>;
  readonly props: Props;
  /** What stands there meanwhile. @default that it is being loaded */
  readonly waiting?: ReactNode;
}

/** A part of the page that is loaded with its words when it is first shown; a failure says so. */
export function LazyPart<Props extends object>({
  part,
  props,
  waiting,
}: LazyPartProps<Props>) {
  const words = useOpeningWords();
  const lazyWords = useContext(LazyWordsContext);
  const speaking = useLazy(lazyWords);
  const loading = useLazy(part);
  if (loading.status === "ready" && speaking.status === "ready") {
    const Part = loading.value;
    return <Part {...props} />;
  }
  if (loading.status === "failed" || speaking.status === "failed") {
    return <LoadingFailed onRetry={() => loadBoth(part, lazyWords)} />;
  }
  return waiting ?? <p>{words.partLoading}</p>;
}

async function loadBoth(part: Lazy<unknown>, words: Lazy<void>): Promise<void> {
  await Promise.all([part.load(), words.load()]);
}

export interface LoadingFailedProps {
  readonly onRetry: () => Promise<void>;
}

/** That a part could not be loaded: an alert with a button that tries again. */
export function LoadingFailed({ onRetry }: LoadingFailedProps) {
  const { partFailed, partRetry } = useOpeningWords();
  return <RetryAlert sentence={partFailed} label={partRetry} onRetry={onRetry} />;
}
