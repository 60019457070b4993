import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Orca } from "./startOrca.ts";

const folder = join(import.meta.dirname, "transcripts");

export interface Transcript {
  /** Does something, and notes what is heard until nothing more comes. */
  readonly after: (
    what: string,
    act: () => unknown,
    quietFor?: number,
  ) => Promise<readonly string[]>;
  /** All that was heard. */
  readonly heard: () => readonly string[];
  /** Keeps it whole, for people to read. */
  readonly keep: (name: string) => Promise<void>;
}

/** Writes down what is done with a page, and what Orca says to it. */
export function createTranscript(orca: Orca): Transcript {
  const lines: string[] = [];
  const all: string[] = [];
  return {
    heard: () => all,
    after: async (what, act, quietFor) => {
      await act();
      const heard = await orca.heard(quietFor);
      all.push(...heard);
      lines.push(`[${what}]`, ...heard.map((sentence) => `  “${sentence}”`));
      return heard;
    },
    keep: async (name) => {
      const file = join(folder, `${name}.txt`);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, `${lines.map(withoutChance).join("\n")}\n`);
    },
  };
}

/** What differs from run to run, by what it is. */
function withoutChance(line: string): string {
  return line
    .replaceAll(/127\.0\.0\.1:\d+/g, "127.0.0.1:PORT")
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "UUID")
    .replaceAll(/([0-9A-F]{2}:){5,}[0-9A-F]{2}/g, "FINGERPRINT")
    .replaceAll(/\d{1,2}\.\d{1,2}\.\d{4}, \d\d:\d\d/g, "TIME")
    .replaceAll(/\d{1,2} [A-Z][a-z]{2,8} \d{4}, \d\d:\d\d/g, "TIME");
}
