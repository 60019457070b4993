import type { AnswerHead } from "./answer.ts";

/** How an answer shows that it is not the panel's own, or not one to this request. */
export const foreignReasons = [
  "session-over",
  "blocked",
  "too-many-requests",
  "gateway",
  "not-the-panel",
  "header-missing",
  "old-answer",
  "other-viewer",
] as const;

export type ForeignReason = (typeof foreignReasons)[number];

/** What a status tells of who answered, where no problem document of the panel's came with it. */
const byStatus: Readonly<Record<number, ForeignReason>> = {
  401: "session-over",
  403: "blocked",
  405: "blocked",
  406: "blocked",
  407: "session-over",
  429: "too-many-requests",
  501: "blocked",
  502: "gateway",
  503: "gateway",
  504: "gateway",
  511: "session-over",
};

/**
 * Reads who answered in the panel's place. A redirect, and a page of HTML where an answer
 * should be, are those of a gateway that wants somebody to sign in.
 */
export function foreignReason({ type, status, ok, headers }: AnswerHead): ForeignReason {
  if (type === "opaqueredirect" || (status >= 300 && status < 400)) return "session-over";
  const isPage = /^(?:text\/html|application\/xhtml)/i.test(
    headers.get("Content-Type") ?? "",
  );
  if (ok && isPage) return "session-over";
  return byStatus[status] ?? "not-the-panel";
}
