type Fetch = typeof globalThis.fetch;

/** A request on its way to the panel, as a proxy sees it. */
interface Passing {
  readonly method: string;
  /** Below the base URL, without the query. */
  readonly path: string;
  readonly url: URL;
  readonly headers: Headers;
  /** Of the body, in bytes. */
  readonly size: number;
  /** Sends it on, with these headers changed, null takes one away, or with another body. */
  readonly pass: (
    headers?: Readonly<Record<string, string | null>>,
    body?: string,
  ) => Promise<Response>;
}

/** What stands between a client and a panel. */
export type Intermediary = (passing: Passing) => Promise<Response>;

/** Puts a proxy in front of a panel. */
export function behind(intermediary: Intermediary, panel: Fetch): Fetch {
  return (input, init = {}) => {
    const url = new URL(String(input));
    const headers = new Headers(init.headers);
    return intermediary({
      method: init.method ?? "GET",
      path: url.pathname.replace(/^\/api\/privacy/, ""),
      url,
      headers,
      size: String(init.body ?? "").length,
      pass: (changed = {}, body) =>
        panel(input, {
          ...init,
          headers: change(headers, changed),
          ...(body === undefined ? {} : { body }),
        }),
    });
  };
}

function change(
  headers: Headers,
  changed: Readonly<Record<string, string | null>>,
): Headers {
  const result = new Headers(headers);
  for (const [name, value] of Object.entries(changed)) {
    if (value === null) result.delete(name);
    else result.set(name, value);
  }
  return result;
}

/** The answer with other headers. */
function withHeaders(
  response: Response,
  changed: Readonly<Record<string, string | null>>,
): Response {
  const { status, headers } = response;
  const body = status === 304 ? null : response.body;
  return new Response(body, { status, headers: change(headers, changed) });
}

/** A page that a proxy writes itself. */
export function page(
  status: number,
  title = "Denied",
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(`<!doctype html><title>${title}</title>`, {
    status,
    headers: { "Content-Type": "text/html", Server: "nginx", ...headers },
  });
}

const changingTags =
  (alter: (tag: string) => string): Intermediary =>
  async ({ pass }) => {
    const response = await pass();
    const tag = response.headers.get("ETag");
    return tag === null ? response : withHeaders(response, { ETag: alter(tag) });
  };

/** nginx with `gzip on` for JSON. */
export const weakTags = changingTags((tag) => `W/${tag}`);

/** Apache with `mod_deflate` for JSON. */
export const suffixedTags = changingTags((tag) => tag.replace(/"$/, '-gzip"'));

const isPayload = (path: string) => /^\/purposes\/[^/]+\/payload$/.test(path);

/** Says that it codes payloads, as a `fetch` shows an answer that it has decoded. */
export const codedPayloads: Intermediary = async ({ path, pass }) => {
  const response = await pass();
  const coded = isPayload(path) && response.status === 200;
  return coded ? withHeaders(response, { "Content-Encoding": "gzip" }) : response;
};

/** `proxy_hide_header`. */
export const withoutHeader =
  (name: string): Intermediary =>
  async ({ pass }) =>
    withHeaders(await pass(), { [name]: null });

/** `add_header … always`. */
export const addingHeader =
  (name: string, value: string): Intermediary =>
  async ({ pass }) =>
    withHeaders(await pass(), { [name]: value });

/** A firewall that lets some methods alone pass. */
export const blocking =
  (methods: readonly string[], status = 403): Intermediary =>
  async ({ method, pass }) =>
    methods.includes(method) ? page(status) : pass();

/** `proxy_intercept_errors on`. */
export const errorPages: Intermediary = async ({ pass }) => {
  const response = await pass();
  return response.status >= 400 ? page(response.status) : response;
};

/** A proxy that does not hand on what it does not know. */
export const withoutRequestHeader =
  (name: string): Intermediary =>
  ({ pass }) =>
    pass({ [name]: null });

/** Stores what nobody may store, for everybody. */
export function caching({
  keyOf = ({ href }: URL) => href,
  headers = {},
}: {
  readonly keyOf?: (url: URL) => string;
  readonly headers?: Readonly<Record<string, string>>;
} = {}): Intermediary {
  const stored = new Map<string, Response>();
  return async ({ method, url, pass }) => {
    if (method !== "GET") return pass();
    const key = keyOf(url);
    const found = stored.get(key);
    if (found) return withHeaders(found.clone(), headers);
    const response = await pass();
    if (response.status === 200) stored.set(key, response.clone());
    return response;
  };
}

/** `client_max_body_size`: takes no larger body, in bytes. */
export const takingBodies =
  (most: number): Intermediary =>
  async ({ size, pass }) =>
    size > most ? page(413) : pass();

/** Answers alone what `applies` to. */
export const answering =
  (
    answer: () => Response,
    applies: (passing: Passing) => boolean = () => true,
  ): Intermediary =>
  async (passing) =>
    applies(passing) ? answer() : passing.pass();

/** Lets so many requests pass, and no more. */
export function limiting(count: number, answer: () => Response): Intermediary {
  let passed = 0;
  return async ({ pass }) => {
    passed += 1;
    return passed > count ? answer() : pass();
  };
}
