/** Where the cause may lie is for the reader to find out, and easy to. */
const orThePanel =
  "Ask the panel without the proxy: if it is the same then, mend the panel.";

export interface FindingWords {
  /**
   * What it does to a run: leaves nothing to test, makes deciding unsafe, breaks rules, or
   * takes time.
   */
  readonly effect: "stops" | "forbids-deciding" | "breaks" | "delays";
  /** What it is. */
  readonly title: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do. */
  readonly remedy: string;
}

/** Every cause that is looked for, in words. */
export const findingWords = {
  "no-answer": {
    effect: "stops",
    title: "Nothing answers at this address",
    why: "Nothing can be tested without an answer.",
    remedy: "Start the panel, and look at the host, the port and the firewall.",
  },
  "not-the-panel": {
    effect: "stops",
    title: "What answers at this address is no panel API",
    why: "Nothing can be tested: GET /policy below the URL has to tell the policy in force.",
    remedy:
      "Give the base URL of the API, such as https://panel.example/api/privacy. " +
      "If it is that, let the proxy hand this path on to the panel.",
  },
  "other-contract": {
    effect: "stops",
    title: "The panel keeps another contract than this command knows",
    why: "What it promises is not what would be checked.",
    remedy: "Use the klartext of the panel's contract; this one knows contract 1.",
  },
  "other-policy": {
    effect: "stops",
    title: "The panel stands for another policy than the one that was given",
    why: "Its purposes are others, so each rule about one would break.",
    remedy:
      "Name the module with the panel's own policy: --config <file>. If it is the policy that " +
      "you gave, let GET /purposes tell exactly its consent activities.",
  },
  gateway: {
    effect: "stops",
    title: "Something before the panel answers that it cannot reach it",
    why: "Nothing is known of the panel while 502, 503 or 504 is answered in its place.",
    remedy:
      "Start the panel, and look at the address that the proxy hands requests on to. " +
      "If it answers at times, 503 is a limit of requests (nginx: limit_req).",
  },
  redirected: {
    effect: "stops",
    title: "The address leads to another one",
    why: "Neither page nor test follows a redirect: it would take the session along.",
    remedy: "Give the URL that it leads to.",
  },
  "session-over": {
    effect: "stops",
    title: "Something before the panel wants a sign-in of its own",
    why:
      "A sign-in page or a redirect in the panel's place is no answer to a page that asks " +
      "for data, and a withdrawal that gets it is not recorded.",
    remedy:
      'Send what shows that you are signed in there, too: --header "Cookie: …". Let the proxy ' +
      "answer a request to the API with 401 and a problem document of the type not-signed-in.",
  },
  "not-signed-in": {
    effect: "stops",
    title: "The panel knows nobody by this session",
    why: "All but the policy needs a session, so nothing can be tested.",
    remedy:
      'Give the session of a person who may decide: --header "Cookie: …". If it is given, ' +
      "it is over, or does not arrive at the panel.",
  },
  "store-unavailable": {
    effect: "stops",
    title: "The panel cannot use its store",
    why: "Decisions, history and log lie there: nothing but the policy can be read.",
    remedy:
      "Look into the panel's log for what keeps the store away, and test again once " +
      "GET /purposes answers 200.",
  },
  "host-not-served": {
    effect: "stops",
    title: "The panel is told a host that it does not serve",
    why: "It refuses every request: that is its defence against DNS rebinding.",
    remedy:
      "Let the proxy hand on the host with its port (nginx: proxy_set_header Host $http_host; " +
      "Apache: ProxyPreserveHost On), and tell the panel the origin that browsers show.",
  },
  "too-many-requests": {
    effect: "stops",
    title: "Something before the panel takes no more requests",
    why: "A page asks every few seconds; what is turned down is shown as not available.",
    remedy:
      "Allow the API more requests a second (nginx: a burst of 10 or more), or test the panel " +
      "without the proxy.",
  },
  "tag-changed": {
    effect: "breaks",
    title: "A proxy changes answers: entity tags are changed",
    why:
      "A decision is named by its tag. If-Match compares strongly (RFC 9110 § 13.1.1): a client " +
      "that sends a weak tag back, or one with a suffix, is told that others have decided.",
    remedy:
      "Turn compression off for the API (nginx: gzip off; Apache: " +
      `SetEnvIf Request_URI ^/api/privacy/ no-gzip). ${orThePanel}`,
  },
  "payload-coded": {
    effect: "breaks",
    title: "A proxy changes answers: payloads are coded",
    why:
      "The bytes that are shown must be those that would be sent, so a payload says " +
      "no-transform (RFC 9111 § 5.2.2.6).",
    remedy:
      "Turn compression off for the API (nginx: gzip off; Apache: " +
      `SetEnvIf Request_URI ^/api/privacy/ no-gzip). ${orThePanel}`,
  },
  "header-missing": {
    effect: "breaks",
    title: "A proxy changes answers: headers are missing",
    why:
      "Without ETag nothing can be decided, without Klartext-Payload and Repr-Digest the data " +
      "cannot be shown or compared, without Cache-Control others may store them.",
    remedy: `Let the proxy hand on these headers (nginx: no proxy_hide_header). ${orThePanel}`,
  },
  "cors-added": {
    effect: "breaks",
    title: "A proxy changes answers: other sites may read them",
    why: "What a panel tells is for its own page. No answer of it has CORS headers.",
    remedy:
      "Add no Access-Control-Allow-Origin to the API (nginx: no add_header for it). " +
      orThePanel,
  },
  "not-revalidated": {
    effect: "breaks",
    title: "A proxy changes requests: If-None-Match has no effect",
    why: "Every page gets every answer whole, every few seconds.",
    remedy: `Turn the store of the proxy off for the API (nginx: proxy_cache off). ${orThePanel}`,
  },
  "old-answer": {
    effect: "stops",
    title: "A proxy stores answers: what is told may be old, or for somebody else",
    why:
      "A page may show that nothing is sent while it is, and one person's state to another. " +
      "Nothing that is read can be trusted, so nothing was tested.",
    remedy:
      "Store nothing of the API, whatever is configured for the rest (nginx: proxy_cache off; " +
      `Cache-Control: no-store is what it answers). ${orThePanel}`,
  },
  blocked: {
    effect: "forbids-deciding",
    title: "A proxy blocks requests: PUT, DELETE or POST do not get through",
    why:
      "Consent could not be given or, which is worse, not be withdrawn. Nothing was decided " +
      "here for that reason.",
    remedy:
      "Allow these methods for the API (Core Rule Set: tx.allowed_methods). If one of the ways " +
      "passes, PUT and DELETE or POST, pages find it.",
  },
  "foreign-answer": {
    effect: "breaks",
    title: "A proxy changes answers: some are not the panel's",
    why:
      "A page tells by the problem document what went wrong. Anything else is taken for " +
      "something between it and the panel.",
    remedy:
      "Let errors of the API pass (nginx: proxy_intercept_errors off), and answer with problem " +
      `documents what the proxy refuses itself. ${orThePanel}`,
  },
  "origin-unknown": {
    effect: "forbids-deciding",
    title: "A proxy changes requests: the panel takes its own page for another site",
    why: "It refuses every decision. None was tried here for that reason.",
    remedy:
      "Tell the panel the origin that browsers show, with scheme and port, and let the proxy " +
      "hand on Origin and Sec-Fetch-Site.",
  },
  "session-ignored": {
    effect: "forbids-deciding",
    title: "What needs a session is told without one",
    why:
      "Either the panel does not look at the session, or a proxy stores answers, whatever is " +
      "asked: then what is told may be old, or for somebody else. Nothing was decided here for " +
      "that reason.",
    remedy:
      "Store nothing of the API in the proxy (nginx: proxy_cache off), and let it take no part " +
      "in the session. In the panel answer 401 to everybody who is not signed in.",
  },
  "host-not-checked": {
    effect: "breaks",
    title: "A request for any host gets an answer",
    why:
      "Either the panel does not look at Host, or a proxy names another one to it than it was " +
      "asked for. Without that check DNS rebinding lets other sites read and decide.",
    remedy:
      "In the proxy hand on the host (nginx: proxy_set_header Host $http_host; Apache: " +
      "ProxyPreserveHost On), or serve known names alone. In the panel answer 421 to others.",
  },
  slow: {
    effect: "delays",
    title: "Answers take long",
    why: "A run takes a hundred requests to read, and a thousand to decide.",
    remedy:
      "Give the run more time with --max-time, or test the panel from nearby. What it does not " +
      "come to is not tried.",
  },
} as const satisfies Record<string, FindingWords>;

/** What can stand between the suite and a panel: each has its sentences in the report. */
export type FindingKind = keyof typeof findingWords;
