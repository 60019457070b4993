/** Headers as a host gives them: names and values that HTTP allows. */
export type HostHeaders = Readonly<Record<string, string>> | Headers;

/** How a page speaks with its panel. What is given as undefined is as if it were not given. */
export interface ClientOptions {
  /**
   * Where the panel API lies, on the page's own origin. A relative one is resolved once,
   * against `document.baseURI`. @default "/api/privacy"
   */
  readonly baseUrl?: string | undefined;
  /**
   * Headers that the host's panel wants with each request, such as a CSRF token; a function
   * is called for each request. @default none
   */
  readonly headers?: HostHeaders | (() => HostHeaders | Promise<HostHeaders>) | undefined;
  /**
   * The id of the person who the host knows is looking, as the panel names people. What was
   * answered for another is then not shown, and said. @default whoever the panel answers for
   */
  readonly viewerId?: string | undefined;
  /** What of the browser's sign-in is sent along, as in `fetch`. @default "same-origin" */
  readonly credentials?: RequestCredentials | undefined;
  /**
   * The way to the panel; docs/elements.md says what it has to deliver.
   * @default the global `fetch`
   */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** How long an answer may take, in milliseconds. @default 20000 */
  readonly timeout?: number | undefined;
}
