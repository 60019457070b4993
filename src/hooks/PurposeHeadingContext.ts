"use client";
import { createContext } from "react";

/** The heading of the purpose that a part of the page is about; undefined: of them all. */
export const PurposeHeadingContext = createContext<string | undefined>(undefined);
