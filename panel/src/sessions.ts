import { createHash, randomBytes } from "node:crypto";
import type { Viewer } from "../../src/contract/index.ts";
import type { Store } from "./database.ts";
import { type PersonId, people } from "./people.ts";

/** Sessions outlive a restart; the store holds digests of the tokens alone. */
export function createSessions(store: Store) {
  const insert = store.prepare(
    "INSERT INTO session (token_digest, person) VALUES (?, ?)",
  );
  const select = store
    .prepare("SELECT person FROM session WHERE token_digest = ?")
    .pluck();
  return {
    /** Signs a person in and returns the token for the cookie. */
    start(person: PersonId): string {
      const token = randomBytes(32).toString("base64url");
      insert.run(tokenDigest(token), person);
      return token;
    },
    /** Who holds this token. */
    find(token: string | undefined): Viewer | undefined {
      if (token === undefined) return undefined;
      const person = select.get(tokenDigest(token));
      return Object.values(people).find(({ id }) => id === person);
    },
  };
}

export type Sessions = ReturnType<typeof createSessions>;

function tokenDigest(token: string): string {
  return createHash("sha256").update(token).digest("base64");
}
