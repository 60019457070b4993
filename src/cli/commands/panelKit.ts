import manifest from "../../../package.json" with { type: "json" };
import { problemSentences } from "../../i18n/problemSentences.ts";
import { buildKit } from "../../testing/kit/buildKit.ts";
import { exitStatus } from "../exitStatus.ts";
import { type FileTask, fileCommand } from "../fileCommand.ts";
import { readKitFolder, writeKitFolder } from "../kitFolder.ts";
import { readConfig } from "../readConfig.ts";
import { UsageError } from "../terminal.ts";

/** So many files that are in the way are named. */
const maxNamed = 5;

/**
 * The command `klartext panel-kit`: writes all that a panel in another language is made of and
 * tested with. A folder that holds anything else stays as it is.
 */
export const panelKit = fileCommand({
  name: "panel-kit",
  flags: [],
  texts: ["config"],
  run: async (task) => {
    const { file: folder, words, terminal, text } = task;
    const policy = await readConfig(text("config"));
    const found = await inFolder(task, () => readKitFolder(folder));
    if (found.foreign.length > 0) {
      const named = found.foreign.slice(0, maxNamed).join(", ");
      const files = found.foreign.length > maxNamed ? `${named}, …` : named;
      throw new UsageError(words("usage.kit-folder", { folder, files }));
    }
    const { version } = manifest;
    const files = await buildKit({ policy, version, sentences: problemSentences() });
    await inFolder(task, () => writeKitFolder(folder, files, found));
    const { id: revision } = policy.revision;
    terminal.print(words("kit.written", { count: files.length + 1, folder, revision }));
    return exitStatus.done;
  },
});

/** @throws {UsageError} for a folder that cannot be read or written. */
async function inFolder<Result>(
  { file: folder, words }: Pick<FileTask, "file" | "words">,
  act: () => Promise<Result>,
): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    const code = error instanceof Error ? Reflect.get(error, "code") : undefined;
    if (typeof code !== "string") throw error;
    throw new UsageError(words("usage.kit-write", { folder, code }));
  }
}
