/** Breaks a text at its spaces so that no line is wider, where words allow it. */
export function wrap(text: string, width: number): string {
  return text
    .split("\n")
    .map((paragraph) => wrapParagraph(paragraph, Math.max(width, 20)))
    .join("\n");
}

function wrapParagraph(text: string, width: number): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join("\n");
}
