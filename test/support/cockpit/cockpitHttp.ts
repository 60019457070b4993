import { type CockpitPromise, defer } from "./deferred.ts";

/** What the options of a channel of `http-stream2` say, before its body. */
export interface ChannelRequest {
  readonly port: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface ChannelResponse {
  readonly status: number;
  readonly reason: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** What a bridge answers; it has no answer for what never came to its end. */
export type ChannelAnswer =
  | ChannelResponse
  | { readonly problem: string; readonly message?: string };

/** Asks over a bridge; the signal is given when the channel is closed. */
export type OpenChannel = (
  request: ChannelRequest,
  body: Uint8Array<ArrayBuffer>,
  closed: AbortSignal,
) => Promise<ChannelAnswer>;

interface HttpRequestOptions {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

interface CockpitRequest extends CockpitPromise {
  response: (
    tell: (status: number, headers: Readonly<Record<string, string>>) => void,
  ) => CockpitRequest;
  close: (problem: string) => CockpitRequest;
}

export interface CockpitHttp {
  request: (options: HttpRequestOptions) => CockpitRequest;
}

export interface HttpOptions {
  readonly binary?: boolean;
}

/**
 * `cockpit.http(port, options)`, which behaves as `HttpClient` of Cockpit's `pkg/lib/cockpit.js`:
 * text without `binary`, a rejection for whatever is not 2xx, its body as a second value, and
 * no end of a request without a body.
 */
export function createHttp(open: OpenChannel, port: number, options: HttpOptions = {}) {
  const read = (body: Uint8Array) =>
    options.binary === true ? body : new TextDecoder().decode(body);

  const request: CockpitHttp["request"] = ({ body, ...asked }) => {
    const { promise, resolve, reject } = defer();
    const channel = new AbortController();
    const tellers: Parameters<CockpitRequest["response"]>[0][] = [];
    const { method = "GET", path = "/", headers = {} } = asked;

    const end = (answer: ChannelAnswer) => {
      if (channel.signal.aborted) return;
      if ("problem" in answer) return reject(basicError(answer.problem, answer.message));
      const { status, reason } = answer;
      for (const tell of tellers) tell(status, answer.headers);
      if (status >= 200 && status <= 299) return resolve(read(answer.body));
      return reject(
        { status, reason, message: reason, problem: null },
        read(answer.body),
      );
    };
    if (body !== undefined) {
      open({ port, method, path, headers }, sent(body), channel.signal).then(
        end,
        () => {},
      );
    }

    const self: CockpitRequest = {
      ...promise,
      response: (tell) => {
        tellers.push(tell);
        return self;
      },
      close: (problem) => {
        channel.abort();
        reject(basicError(problem));
        return self;
      },
    };
    return self;
  };
  return { request } satisfies CockpitHttp;
}

function basicError(problem: string, message = problem) {
  return { problem, message };
}

/** Text goes as UTF-8. Of bytes the whole buffer goes, as in Cockpit's `iterate_data`. */
function sent(body: string | Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (typeof body === "string") return new TextEncoder().encode(body);
  return new Uint8Array(body.buffer, 0, body.byteLength);
}
