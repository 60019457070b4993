import type { AnswerHead } from "./answer.ts";

/** What is known of an answer, as whoever runs a proxy looks for it in a log. */
export interface Evidence {
  readonly method: string;
  /** Absolute, wherever there is a page. */
  readonly url: string;
  /** 0 for a redirect that was not followed. */
  readonly status: number;
  /** `Content-Type`, `Content-Encoding`, `Server`, `Via`, `Age` and `Date`, those that came. */
  readonly headers: Readonly<Record<string, string>>;
  readonly at: Date;
}

const telling = ["Content-Type", "Content-Encoding", "Server", "Via", "Age", "Date"];

export function evidenceOf(
  method: string,
  url: string,
  { status, headers }: AnswerHead,
  at: Date,
): Evidence {
  const found = telling.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { method, url, status, headers: Object.fromEntries(found), at };
}
