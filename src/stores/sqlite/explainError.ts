import { StoreError, type StoreErrorParts } from "../../panel/store/storeError.ts";

type Explanation = Pick<StoreErrorParts, "reason" | "why" | "remedy">;

const noPermission: Explanation = {
  reason: "read-only",
  why: "The panel's user may not do that.",
  remedy: "Give that user write permission for the folder and its files.",
};

const noFolder: Explanation = {
  reason: "failed",
  why: "There is a file where the folder should be.",
  remedy: "Give the path of a folder.",
};

/** By SQLite's primary result codes (sqlite.org/rescode.html), and those of errno(3). */
const explanations: Readonly<Record<string, Explanation>> = {
  SQLITE_FULL: {
    reason: "full",
    why: "The disk is full.",
    remedy: "Make room on it; the panel then goes on by itself.",
  },
  SQLITE_READONLY: noPermission,
  SQLITE_CANTOPEN: {
    reason: "failed",
    why: "A file of it cannot be opened.",
    remedy: "Give a folder that the panel's user can read and write.",
  },
  SQLITE_BUSY: {
    reason: "in-use",
    why: "Another program has locked the file.",
    remedy: "End what else opens the panel's files, and try again.",
  },
  SQLITE_NOTADB: {
    reason: "foreign",
    why: "The file is no SQLite database.",
    remedy: "Put a backup in its place, or give another folder.",
  },
  SQLITE_CORRUPT: {
    reason: "failed",
    why: "The file is damaged.",
    remedy: "Stop the panel and put a backup in the file's place.",
  },
  SQLITE_IOERR: {
    reason: "failed",
    why: "The disk did not take or give the data.",
    remedy: "Look whether it is full, over quota or failing.",
  },
  EACCES: noPermission,
  EPERM: noPermission,
  EROFS: {
    reason: "read-only",
    why: "The file system is mounted for reading alone.",
    remedy: "Mount it for writing, or give another folder.",
  },
  EEXIST: noFolder,
  ENOTDIR: noFolder,
};

/** Says in words what SQLite or the file system has run into; the rest stays as it is. */
export function explainError(what: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  const [primary = ""] =
    /^(SQLITE_)?[A-Z]+/.exec(String(Reflect.get(error, "code"))) ?? [];
  const explanation = Object.hasOwn(explanations, primary) && explanations[primary];
  return explanation ? new StoreError({ what, ...explanation, cause: error }) : error;
}
