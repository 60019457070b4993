/** What an answer says of itself: all that the client relies on before its body. */
export interface AnswerHead {
  /** 0 for a redirect that was not followed. */
  readonly status: number;
  readonly ok: boolean;
  readonly type: unknown;
  /** Names in any case, as those of `Headers`; null where there is none. */
  readonly headers: { readonly get: (name: string) => string | null };
}

/** An answer, whose body is not read yet. */
export interface Answer extends AnswerHead {
  /** The body's bytes, as they arrive. */
  readonly chunks: () => AsyncIterable<Uint8Array>;
}

/** What a host's `fetch` gives may be anything. */
export type Given = Readonly<Partial<Record<keyof Response, unknown>>>;
