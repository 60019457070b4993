export interface ClientOptions {
  /**
   * Where the panel API lies, on the page's own origin. A relative one is resolved once,
   * against `document.baseURI`. @default "/api/privacy"
   */
  readonly baseUrl?: string;
  /** Headers that the host's panel wants with each request, such as a CSRF token. */
  readonly headers?:
    | Readonly<Record<string, string>>
    | (() => Readonly<Record<string, string>>);
  /**
   * The id of the person who the host knows is looking, as the panel names people. What was
   * answered for another is then not shown, and said.
   */
  readonly viewerId?: string;
  /** @default "same-origin" */
  readonly credentials?: RequestCredentials;
  /** @default the global `fetch` */
  readonly fetch?: typeof globalThis.fetch;
  /** How long an answer may take, in milliseconds. @default 20000 */
  readonly timeout?: number;
}
