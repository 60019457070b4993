/** A request as the panel hears it. */
export interface FakeRequest {
  readonly method: string;
  readonly url: URL;
  /** What follows the base URL, such as `/purposes`; undefined beside it. */
  readonly path: string | undefined;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Reads the arguments of a `fetch` without sending anything. */
export async function readRequest(
  input: URL | string | Request,
  init: RequestInit | undefined,
  base: URL,
): Promise<FakeRequest> {
  const given = typeof input === "object" && "url" in input ? input : undefined;
  const url = new URL(given ? given.url : String(input), base);
  const headers = new Headers(given?.headers);
  for (const [name, value] of new Headers(init?.headers)) headers.set(name, value);
  const body = await readBody(init?.body ?? given?.clone().body);
  if (typeof init?.body === "string" && !headers.has("Content-Type")) {
    headers.set("Content-Type", "text/plain;charset=UTF-8");
  }
  const root = base.pathname.replace(/\/+$/, "");
  return {
    method: (init?.method ?? given?.method ?? "GET").toUpperCase(),
    url,
    path: url.pathname.startsWith(`${root}/`)
      ? url.pathname.slice(root.length)
      : undefined,
    headers,
    body,
  };
}

async function readBody(body: BodyInit | null | undefined) {
  return new Uint8Array(await new Response(body ?? null).arrayBuffer());
}
