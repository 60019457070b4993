import { knownFileName } from "./knownFiles.ts";

/** One frame of a native trace, as an address in the process that died. */
export interface NativeFrame {
  readonly address: bigint;
  /** The base name of the file that the line names. */
  readonly file?: string;
}

/** The most frames that are taken. */
const maxFrames = 128;

const heading = "----- Native stack trace -----";
const frameLine = /^ *\d{1,3}: 0x([0-9a-f]{1,16}) .*?(?:\[([^[\]]*)\])?\s*$/;

/**
 * Reads the native trace that Node prints when it aborts, such as
 * ` 1: 0x931db0 node::Abort() [/usr/bin/node]`. Of each line only the address and the
 * base name of the file are taken, never a symbol or path (fact C6); the JavaScript trace
 * that follows is not looked at. Without a native trace the list is empty.
 */
export function parseNativeTrace(text: string): readonly NativeFrame[] {
  const start = text.lastIndexOf(heading);
  if (start === -1) return [];
  const frames: NativeFrame[] = [];
  for (const line of text.slice(start + heading.length).split("\n")) {
    if (line.trim() === "") continue;
    const found = frameLine.exec(`${line} `);
    if (!found || frames.length === maxFrames) break;
    const file = knownFileName(found[2] ?? "");
    frames.push({ address: BigInt(`0x${found[1]}`), ...(file && { file }) });
  }
  return frames;
}
