import { storyAddress, storyOf } from "../storyOf.ts";

/** The Markdown of the states, in which each cell that is code leads to its story. */
export function linkStories(markdown: string): string {
  return markdown.replace(
    /(?<=\| )`([\w-]+)`(?= \|)/g,
    (code, name: string) => `[${code}](${storyAddress(storyOf(name))})`,
  );
}
