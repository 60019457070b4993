/**
 * Whether a number of a JSON text is, once read, still the number that was written: what a
 * double cannot hold is read as another one without a word (RFC 8259 § 6).
 */
export function isExactNumber(written: string): boolean {
  return decimal(written) === decimal(String(Number(written)));
}

/** A number as its digits and its exponent, written in one way alone. */
function decimal(text: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text);
  if (!match) return text;
  const [, sign, whole = "", fraction = "", exponent = "0"] = match;
  const all = `${whole}${fraction}`;
  const digits = withoutZeros(all);
  if (digits.text === "") return "0";
  const power = Number(exponent) - fraction.length + digits.after;
  return `${sign}${digits.text}e${power}`;
}

function withoutZeros(digits: string): { text: string; after: number } {
  let start = 0;
  let end = digits.length;
  while (digits[start] === "0") start += 1;
  while (end > start && digits[end - 1] === "0") end -= 1;
  return { text: digits.slice(start, end), after: digits.length - end };
}
