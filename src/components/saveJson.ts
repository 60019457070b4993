import { saveBytes } from "./PayloadPreview/saveBytes.ts";

/** Lets the person save a value as a JSON file that can be read. */
export function saveJson(value: unknown, fileName: string, mediaType?: string): void {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  saveBytes(new TextEncoder().encode(text), fileName, mediaType);
}
