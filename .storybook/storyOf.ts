/** The id of the story that `docs/states.md` names in code: by the id, or by the word of a chip. */
export function storyOf(code: string): string {
  return code.includes("--") ? code : `foundations-by-its-word--${code}`;
}

/** Where Storybook has a story, below its own address. */
export function storyAddress(id: string): string {
  return `?path=/story/${id}`;
}
