import { createHash, randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import type { Viewer } from "../../src/contract/index.ts";
import { StoreError } from "../../src/panel/index.ts";
import { fileProblem } from "./fileProblem.ts";
import { type PersonId, people, personIds } from "./people.ts";

/** The most sessions at a time; the oldest ends when another begins. */
export const maxSessions = 100;

/** The name of the session's cookie. */
const sessionName = "session";

const sessionList = z.array(
  z.object({ tokenDigest: z.string(), person: z.enum(personIds) }),
);

/** Sessions outlive a restart; their file holds digests of the tokens alone. */
export function createSessions(folder: string) {
  const file = join(folder, "sessions.json");
  let sessions = readSessions(file);

  return {
    /**
     * Signs a person in and returns the value of `Set-Cookie`.
     *
     * @throws {StoreError} when the session cannot be kept.
     */
    start(person: PersonId): string {
      const token = randomBytes(32).toString("base64url");
      const next = [...sessions, { tokenDigest: digestOf(token), person }];
      const kept = next.slice(-maxSessions);
      keepSessions(file, kept);
      sessions = kept;
      return `${sessionName}=${token}; Path=/; HttpOnly; SameSite=Strict`;
    },
    /**
     * Who holds the session that the header `Cookie` names. Somebody else may have set
     * one of several; they count if all that are known are of one person.
     */
    find(header: string | null): Viewer | undefined {
      const digests = tokensIn(header ?? "").map(digestOf);
      const found = new Set(
        sessions
          .filter(({ tokenDigest }) => digests.includes(tokenDigest))
          .map(({ person }) => person),
      );
      const [person] = found;
      return found.size === 1 && person !== undefined ? people[person] : undefined;
    },
  };
}

export type Sessions = ReturnType<typeof createSessions>;

/** What cannot be read is no session: people sign in again. */
function readSessions(file: string): z.infer<typeof sessionList> {
  try {
    return sessionList.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return [];
  }
}

function keepSessions(file: string, sessions: z.infer<typeof sessionList>): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(sessions), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch (error) {
    throw new StoreError({
      reason: "failed",
      what: "The session was not kept.",
      why: `A file in the data folder cannot be written: ${fileProblem(error as NodeJS.ErrnoException)}.`,
      remedy: "Mend that, then sign in again.",
      cause: error,
    });
  }
}

function tokensIn(header: string): readonly string[] {
  return header
    .split(";")
    .map((pair) => pair.trim().split("="))
    .filter(([name]) => name === sessionName)
    .map(([, token = ""]) => token);
}

function digestOf(token: string): string {
  return createHash("sha256").update(token).digest("base64");
}
