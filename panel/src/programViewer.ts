import { createHash, timingSafeEqual } from "node:crypto";
import type { Viewer } from "../../src/contract/index.ts";

/** A program that is signed in by the token, under a name of its own in the history. */
const program = { id: "program", name: "Program", mayDecide: true } satisfies Viewer;

/**
 * Who asks with `Authorization: Bearer` (RFC 6750 § 2.1). How long the answer takes does not
 * tell how much of a token is right.
 *
 * @param token Undefined where no program may sign in.
 */
export function programViewer(
  authorization: string,
  token: string | undefined,
): Viewer | undefined {
  const [, given] = /^Bearer +([\w-]+) *$/i.exec(authorization) ?? [];
  if (token === undefined || given === undefined) return undefined;
  return timingSafeEqual(digestOf(given), digestOf(token)) ? program : undefined;
}

function digestOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
