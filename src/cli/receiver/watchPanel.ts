import { randomUuidsIn } from "./randomUuids.ts";

/** A write to a decision, with when it was asked and when it was answered. */
export interface WatchedWrite {
  readonly purpose: string;
  readonly began: number;
  readonly ended: number;
  /** The status of the decision that it was answered with; undefined for a problem. */
  readonly status: string | undefined;
  readonly httpStatus: number;
}

/** What was seen of the panel while it was tested. */
export interface PanelWatch {
  /** Makes a `fetch` that looks at what is answered. */
  readonly wrap: (send: typeof globalThis.fetch) => typeof globalThis.fetch;
  readonly writes: readonly WatchedWrite[];
  /** Where each random UUID stood that the panel told out of place, in words. */
  readonly places: ReadonlyMap<string, readonly string[]>;
  /** Every UUID that the panel named as a pseudonym or put into a payload. */
  readonly pseudonyms: ReadonlySet<string>;
}

/** Where a UUID has its place: the very bytes, which nobody but who may see them gets. */
const bodyPaths = [
  /\/purposes\/[^/]+\/payload$/,
  /\/decisions\/[^/]+\/payload$/,
  /\/transmissions\/[^/]+\/body$/,
];

export function createPanelWatch(): PanelWatch {
  const writes: WatchedWrite[] = [];
  const places = new Map<string, string[]>();
  const pseudonyms = new Set<string>();
  const note = (text: string, place: string) => {
    for (const uuid of randomUuidsIn(text)) {
      const known = places.get(uuid) ?? [];
      if (!known.includes(place)) places.set(uuid, [...known, place]);
    }
  };

  const wrap: PanelWatch["wrap"] =
    (send) =>
    async (input, init = {}) => {
      const began = performance.now();
      const response = await send(input, init);
      const text = response.status === 0 ? "" : await response.clone().text();
      const ended = performance.now();
      const { pathname } = new URL(String(input));
      const method = init.method ?? "GET";
      const what = `${method} ${pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, "{id}")}`;
      for (const [name, value] of response.headers) {
        note(value, `the header ${name} of ${what}`);
      }
      if (bodyPaths.some((path) => path.test(pathname))) {
        if (response.ok) for (const uuid of randomUuidsIn(text)) pseudonyms.add(uuid);
        return response;
      }
      const isState = pathname.endsWith("/purposes");
      const { rest, found } = isState
        ? withoutPseudonyms(text)
        : { rest: text, found: [] };
      for (const uuid of found) pseudonyms.add(uuid);
      note(rest, `the answer of ${what}`);
      const [, purpose] = /\/purposes\/([^/]+)\/decision$/.exec(pathname) ?? [];
      if (purpose !== undefined && method !== "GET" && method !== "HEAD") {
        const status = response.ok ? statusIn(text) : undefined;
        writes.push({ purpose, began, ended, status, httpStatus: response.status });
      }
      return response;
    };
  return { wrap, writes, places, pseudonyms };
}

/** A page shows the pseudonym where `activity` names it, and nowhere else. */
function withoutPseudonyms(text: string) {
  const found: string[] = [];
  const rest = text.replaceAll(/"pseudonym"\s*:\s*"([^"]*)"/g, (_whole, uuid: string) => {
    found.push(...randomUuidsIn(uuid));
    return '"pseudonym":null';
  });
  return { rest, found };
}

function statusIn(text: string): string | undefined {
  try {
    const body: unknown = JSON.parse(text);
    const status: unknown =
      typeof body === "object" && body !== null ? Reflect.get(body, "status") : undefined;
    return typeof status === "string" ? status : undefined;
  } catch {
    return undefined;
  }
}
