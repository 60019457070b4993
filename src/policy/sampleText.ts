/** A sample as a payload travels: JSON with one value a line and one final newline. */
export function sampleText(sample: unknown): string {
  return `${JSON.stringify(sample, null, 2)}\n`;
}
