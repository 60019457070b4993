import { createHash, randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";
import type { Viewer } from "../../src/contract/index.ts";
import { StoreError } from "../../src/panel/index.ts";
import { fileProblem } from "./fileProblem.ts";
import { type PersonId, personIds } from "./people.ts";
import { cookieOf, viewerOf } from "./sessionCookie.ts";

/** The most sessions at a time; the oldest ends when another begins. */
export const maxSessions = 100;

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
      return cookieOf(token);
    },
    find: (header: string | null): Viewer | undefined =>
      viewerOf(header, (token) => {
        const digest = digestOf(token);
        return sessions.find(({ tokenDigest }) => tokenDigest === digest)?.person;
      }),
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

function digestOf(token: string): string {
  return createHash("sha256").update(token).digest("base64");
}
