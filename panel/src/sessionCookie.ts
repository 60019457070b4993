import type { Viewer } from "../../src/contract/index.ts";
import { type PersonId, people } from "./people.ts";

const name = "session";

/** The value of `Set-Cookie` for a session's token. */
export function cookieOf(token: string): string {
  return `${name}=${token}; Path=/; HttpOnly; SameSite=Strict`;
}

/**
 * Who holds the session that the header `Cookie` names. Somebody else may have set one of
 * several; they count if all that are known are of one person.
 */
export function viewerOf(
  header: string | null,
  personOf: (token: string) => PersonId | undefined,
): Viewer | undefined {
  const found = new Set(tokensIn(header ?? "").flatMap((token) => personOf(token) ?? []));
  const [person] = found;
  return found.size === 1 && person !== undefined ? people[person] : undefined;
}

function tokensIn(header: string): readonly string[] {
  return header
    .split(";")
    .map((pair) => pair.trim().split("="))
    .filter(([key]) => key === name)
    .map(([, token = ""]) => token);
}
