"use client";
import { type OpeningWords, openingWords } from "../i18n/openingWords.ts";
import { usePrivacy } from "./PrivacyContext.ts";

/** What a centre can say before its other words are loaded. */
export function useOpeningWords(): OpeningWords {
  return openingWords[usePrivacy().language];
}
