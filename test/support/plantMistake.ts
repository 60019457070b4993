type Fetch = typeof globalThis.fetch;

/** A request on its way to the panel, as the mistakes below see it. */
interface Hop {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  /** Sends it on, with other headers or as another request. */
  readonly pass: (change?: {
    method?: string;
    headers?: Record<string, string | null>;
  }) => Promise<Response>;
}

export type Mistake = (hop: Hop) => Promise<Response>;

/** Makes a panel that is right but for one mistake. */
export function plant(mistake: Mistake, panel: Fetch): Fetch {
  return (input, init = {}) => {
    const url = new URL(String(input));
    const headers = new Headers(init.headers);
    const body = typeof init.body === "string" ? init.body : undefined;
    const method = init.method ?? "GET";
    const path = url.pathname.replace(/^\/api\/privacy/, "");
    return mistake({
      method,
      path,
      headers,
      body,
      pass: (change = {}) => {
        const sent = new Headers(headers);
        for (const [name, value] of Object.entries(change.headers ?? {})) {
          if (value === null) sent.delete(name);
          else sent.set(name, value);
        }
        const used = change.method ?? method;
        const { body: _body, ...rest } = init;
        return panel(input, {
          ...rest,
          method: used,
          headers: sent,
          ...(body !== undefined && used === "PUT" ? { body } : {}),
        });
      },
    });
  };
}

/** The answer with other headers or another body. */
export async function altered(
  response: Response,
  change: {
    headers?: Record<string, string | null>;
    text?: (text: string) => string;
    status?: number;
  },
): Promise<Response> {
  const text = await response.text();
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(change.headers ?? {})) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  const status = change.status ?? response.status;
  const body = status === 304 ? null : (change.text?.(text) ?? text);
  return new Response(body, { status, headers });
}

export const isPayload = ({ path }: Hop) => /^\/purposes\/[^/]+\/payload$/.test(path);

export const isDecision = ({ path }: Hop) => /^\/purposes\/[^/]+\/decision$/.test(path);

export const isPut = (hop: Hop) => hop.method === "PUT" && isDecision(hop);

export const isDelete = (hop: Hop) => hop.method === "DELETE" && isDecision(hop);

/** Lets each answer through `alter` that `applies` to. */
export const onAnswer =
  (
    applies: (hop: Hop) => boolean,
    change: Parameters<typeof altered>[1],
    when: (response: Response) => boolean = () => true,
  ): Mistake =>
  async (hop) => {
    const response = await hop.pass();
    return applies(hop) && when(response) ? altered(response, change) : response;
  };

export const currentTag = async ({ pass }: Hop) =>
  (await pass({ method: "GET", headers: { "If-None-Match": null } })).headers.get("ETag");
