import { afterEach, expect, inject } from "vitest";
import { shownCharacters } from "./shownCharacters.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly bundledGlyphs: string;
  }
}

const bundled = new Set(inject("bundledGlyphs"));

/** A story shows nothing that the fonts of the repository cannot draw. */
afterEach(() => {
  const characters = shownCharacters();
  expect(characters.filter((character) => !bundled.has(character))).toEqual([]);
});
