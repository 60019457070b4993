import { StoreError } from "../../src/panel/index.ts";
import { type Config, ConfigError } from "./config.ts";
import { fileProblem } from "./fileProblem.ts";

const portProblems: Readonly<Record<string, string>> = {
  EADDRINUSE:
    "another program has it. Stop that, or choose another port, such as PORT=4174; PORT=0 takes any free one",
  EACCES:
    "this user may not have it. Choose one above 1023, such as PORT=4173; PORT=0 takes any free one",
  EADDRNOTAVAIL: "this machine has no address 127.0.0.1. Set up its loopback interface",
};

const chooseFolder = "or choose another folder with KLARTEXT_DATA";

/** By the beginning of the codes of https://www.sqlite.org/rescode.html */
const storeProblems: readonly (readonly [code: string, problem: string])[] = [
  [
    "SQLITE_BUSY",
    `another program uses it, perhaps another panel. Stop that, ${chooseFolder}`,
  ],
  [
    "SQLITE_NOTADB",
    `a file there is no database. Put back a copy of the folder, ${chooseFolder}`,
  ],
  ["SQLITE_CORRUPT", `it is damaged. Put back a copy of the folder, ${chooseFolder}`],
  ["SQLITE_FULL", `there is no room on the disk. Make room, ${chooseFolder}`],
  [
    "SQLITE_READONLY",
    `this user may not write there. Give it the right to, ${chooseFolder}`,
  ],
  [
    "SQLITE_CANTOPEN",
    `a file there cannot be opened. Look at who may use it, ${chooseFolder}`,
  ],
  [
    "SQLITE_IOERR",
    `the disk, or a limit on the size of files, leaves no room, or the disk fails. Make room, ${chooseFolder}`,
  ],
];

/**
 * One paragraph about a start that failed: what could not be done, why, and what to do.
 *
 * @param config Nothing, if that could not be read.
 */
export function explainFailedStart(error: unknown, config: Config | undefined): string {
  return `Klartext did not start. ${explain(error, config)}`;
}

function explain(error: unknown, config: Config | undefined): string {
  if (error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return unknown(String(error));
  if (error instanceof StoreError) {
    const named =
      config?.databaseUrl === undefined
        ? "KLARTEXT_DATA names that folder."
        : "KLARTEXT_DATABASE_URL names that database.";
    return `${error.message} ${named}`;
  }
  const { code = "", syscall, path } = error as NodeJS.ErrnoException;
  if (!config) return unknown(error.message);
  if (syscall === "listen") {
    const problem = portProblems[code];
    if (problem) return `Port ${config.port} cannot be had: ${problem}.`;
  }
  const problem = storeProblems.find(([beginning]) => code.startsWith(beginning))?.[1];
  if (problem)
    return `The store in the data folder ${config.dataFolder} cannot be used: ${problem}.`;
  const { dataFolder: folder } = config;
  if (path && (path.startsWith(folder) || folder.startsWith(path))) {
    return `The data folder ${folder} cannot be used: at ${path} ${fileProblem(error)}. Mend that, ${chooseFolder}.`;
  }
  return unknown(error.message);
}

function unknown(message: string): string {
  const line = message.replaceAll(/\s+/g, " ").trim();
  return `The cause is not known to it: ${line}. Report this with that sentence.`;
}
