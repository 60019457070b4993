import type { Viewer } from "../../src/contract/index.ts";
import { programViewer } from "./programViewer.ts";
import type { Sessions } from "./sessions.ts";

/** Finds who asks, by the headers of a request. */
export type FindViewer = (headers: Headers) => Viewer | undefined;

/** A person by the session's cookie, or a program by its token, where it names one. */
export function createFindViewer(
  sessions: Pick<Sessions, "find">,
  token: string | undefined,
): FindViewer {
  return (headers) => {
    const authorization = headers.get("Authorization") ?? "";
    return /^Bearer\b/i.test(authorization)
      ? programViewer(authorization, token)
      : sessions.find(headers.get("Cookie"));
  };
}
