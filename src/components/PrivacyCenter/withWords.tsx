import type { ReactNode } from "react";
import type { LoadedCenter } from "./loadedCenter.ts";

/** What is made of the loaded parts, with their words around it; nothing until both are there. */
export function withWords(
  loaded: LoadedCenter | undefined,
  render: (parts: LoadedCenter["parts"]) => ReactNode,
  key?: string,
): ReactNode {
  if (!loaded) return undefined;
  const { parts, words, lazyWords } = loaded;
  return (
    <parts.WordsProvider key={key} words={words} lazyWords={lazyWords}>
      {render(parts)}
    </parts.WordsProvider>
  );
}
