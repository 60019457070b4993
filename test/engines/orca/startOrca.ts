import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pass } from "node:timers/promises";
import { end } from "../browsers/end.ts";
import { listenForSpeech } from "./listenForSpeech.ts";

export interface Orca {
  /** Sends a key to the window that has the focus, as `Tab`, `space` or `shift+Tab`. */
  readonly press: (key: string) => void;
  /** What has been spoken since the last call, once nothing more came for `quietFor` ms. */
  readonly heard: (quietFor?: number) => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
}

/** Orca reads no whole page aloud by itself, and does not repeat the keys that are pressed. */
const settings = `import orca.settings
orca.settings.sayAllOnLoad = False
orca.settings.enableKeyEcho = False
`;

/** Starts the screen reader Orca on the display and session bus that the tests run on. */
export async function startOrca(): Promise<Orca> {
  const folder = await mkdtemp(join(tmpdir(), "klartext-orca-"));
  const socketPath = join(folder, "speech.sock");
  await writeFile(join(folder, "orca-customizations.py"), settings);
  let sentences: string[] = [];
  let lastAt = Date.now();
  const speech = listenForSpeech(socketPath, (sentence) => {
    sentences.push(sentence);
    lastAt = Date.now();
  });
  const windows = spawn("openbox", { stdio: "ignore" });
  const orca = spawn("orca", ["--user-prefs", folder, "--disable", "braille"], {
    env: { ...process.env, SPEECHD_ADDRESS: `unix_socket:${socketPath}` },
    stdio: "ignore",
  });

  async function heard(quietFor = 1_500): Promise<readonly string[]> {
    const start = Date.now();
    while (Date.now() - Math.max(start, lastAt) < quietFor) await pass(50);
    const all = sentences;
    sentences = [];
    return all;
  }

  async function stop(): Promise<void> {
    await end(orca);
    await end(windows);
    speech.close();
    await rm(folder, { recursive: true, force: true });
  }

  const deadline = Date.now() + 60_000;
  while (!sentences.includes("Screen reader on.")) {
    if (Date.now() > deadline || orca.exitCode !== null) {
      await stop();
      throw new Error("Orca did not say that it is on.");
    }
    await pass(50);
  }
  return { press: (key) => execFileSync("xdotool", ["key", key]), heard, stop };
}
