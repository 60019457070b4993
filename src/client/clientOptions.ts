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
  /** @default "same-origin" */
  readonly credentials?: RequestCredentials;
  /** @default the global `fetch` */
  readonly fetch?: typeof globalThis.fetch;
  /** How long an answer may take, in milliseconds. @default 20000 */
  readonly timeout?: number;
}
