import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { PanelOptions } from "klartext/panel";

/** What the product's sign-in keeps of a session, under the SHA-256 of its token. */
interface Session {
  readonly id: string;
  readonly name: string;
  readonly isAdministrator: boolean;
}

const { SESSIONS = "sessions.json" } = process.env;

/** Who is signed in, by the product's own session cookie. */
export const viewer: PanelOptions["viewer"] = async ({ headers }) => {
  const [, token] = /(?:^|; *)session=([\w-]+)/.exec(headers.get("Cookie") ?? "") ?? [];
  if (token === undefined) return undefined;
  const sessions: Record<string, Session> = JSON.parse(await readFile(SESSIONS, "utf8"));
  const session = sessions[createHash("sha256").update(token).digest("hex")];
  if (session === undefined) return undefined;
  return { id: session.id, name: session.name, mayDecide: session.isAdministrator };
};
