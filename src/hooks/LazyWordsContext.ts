"use client";
import { createContext } from "react";
import type { Lazy } from "../client/createLazy.ts";

const ready = { status: "ready", value: undefined } as const;

/** Where all words are there from the beginning. */
const nothing: Lazy<void> = {
  read: () => ready,
  subscribe: () => () => {},
  load: async () => {},
};

/** The words of the parts that are loaded later, in the language of the closest provider. */
export const LazyWordsContext = createContext<Lazy<void>>(nothing);
