import {
  type ProblemCode,
  problems,
  problemType,
} from "../../../src/contract/problem.ts";
import type {
  Change,
  MemoryStore,
  PanelOptions,
  Snapshot,
} from "../../../src/panel/index.ts";
import type { Hop, Passed, Where } from "./requestHop.ts";

/** What JSON of the panel is seen as while it is changed. */
// biome-ignore lint/suspicious/noExplicitAny: a mistake may change any member.
export type Loose = any;

/** What is wrong with one panel. */
export interface Fault {
  /** Stands before the panel. */
  readonly front?: (hop: Hop) => Promise<Response>;
  /** Changes what the store does. */
  readonly store?: (store: MemoryStore) => Partial<MemoryStore>;
  /** Changes what the rules want written. */
  readonly change?: (
    change: Omit<Change<unknown>, "result">,
    snapshot: Snapshot,
    purpose: string,
  ) => Omit<Change<unknown>, "result">;
  readonly options?: Partial<PanelOptions>;
  /** Changes the bytes on their way to the vendor, after they were written down. */
  readonly wire?: (text: string) => string;
  /** Changes what the vendor is asked at. */
  readonly transportUrl?: (url: string) => string;
}

/** Makes a fault anew for each panel, for some remember things. */
export type Plant = () => Fault;

export const front =
  (fault: NonNullable<Fault["front"]>): Plant =>
  () => ({
    front: fault,
  });

export const change =
  (fault: NonNullable<Fault["change"]>): Plant =>
  () => ({
    change: fault,
  });

type Headers_ = Readonly<Record<string, string | null>>;

/** The answer with other headers, another status or another body. */
export async function altered(
  response: Response,
  to: {
    readonly headers?: Headers_;
    readonly status?: number;
    readonly text?: (text: string) => string;
  },
): Promise<Response> {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(to.headers ?? {})) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  const status = to.status ?? response.status;
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isEmpty = bytes.length === 0 || [204, 304].includes(status);
  const text = to.text && new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const body = to.text && text ? to.text(text) : bytes;
  return new Response(isEmpty ? null : body, { status, headers });
}

/** Changes the answers to some requests, with a status of 200 unless others are given. */
export const answers = (
  where: Where,
  to: Parameters<typeof altered>[1],
  when: (response: Response) => boolean = ({ status }) =>
    status === 200 || status === 202,
): Plant =>
  front(async (hop) => {
    const response = await hop.pass();
    return where(hop) && when(response) ? altered(response, to) : response;
  });

/** A successful answer with other JSON; one without a body as it is. */
export async function alteredJson(
  response: Response,
  to: (body: Loose) => Loose | Promise<Loose>,
): Promise<Response> {
  const text = await response.clone().text();
  if (response.status >= 300 || text === "") return response;
  const body = JSON.stringify(await to(JSON.parse(text)));
  return altered(response, { text: () => body });
}

/** Changes the JSON of successful answers. */
export const tells = (
  where: Where,
  to: (body: Loose, hop: Hop) => Loose | Promise<Loose>,
): Plant =>
  front(async (hop) => {
    const response = await hop.pass();
    return where(hop) ? alteredJson(response, (body) => to(body, hop)) : response;
  });

/** Changes some requests before the panel sees them. */
export const takes = (where: Where, as: Passed | ((hop: Hop) => Passed)): Plant =>
  front((hop) =>
    where(hop) ? hop.pass(typeof as === "function" ? as(hop) : as) : hop.pass(),
  );

/** Answers some requests itself. */
export const says = (where: Where, answer: (hop: Hop) => Response): Plant =>
  front(async (hop) => (where(hop) ? answer(hop) : hop.pass()));

/** Changes each purpose in `GET /purposes`, and with it nothing else. */
export const tellsPurpose = (to: (purpose: Loose, id: string) => Loose): Plant =>
  tells(
    ({ method, path }) => method === "GET" && path === "/purposes",
    (body) => ({
      ...body,
      purposes: Object.fromEntries(
        Object.entries(body.purposes).map(([id, purpose]) => [
          id,
          { ...(purpose as Loose), ...to(purpose, id) },
        ]),
      ),
    }),
  );

/** Changes what a purpose does, as `GET /purposes` tells it. */
export const tellsActivity = (to: (activity: Loose, purpose: Loose) => Loose): Plant =>
  tellsPurpose((purpose) => ({
    activity: { ...purpose.activity, ...to(purpose.activity, purpose) },
  }));

/** Changes each entry of a list. */
export const tellsEntry = (
  where: Where,
  to: (entry: Loose, at: number) => Loose,
): Plant =>
  tells(where, (body) => ({
    ...body,
    entries: body.entries.map((entry: Loose, at: number) => ({
      ...entry,
      ...to(entry, at),
    })),
  }));

export function problem(code: ProblemCode): Response {
  const document = { type: problemType(code), ...problems[code] };
  return new Response(JSON.stringify(document), {
    status: document.status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
    },
  });
}

/** Answers another problem than the one that comes first. */
export const confuses = (
  from: ProblemCode | readonly ProblemCode[],
  to: ProblemCode,
  where: Where,
): Plant =>
  front(async (hop) => {
    const response = await hop.pass();
    if (!where(hop) || response.ok) return response;
    const text = await response.clone().text();
    const codes = typeof from === "string" ? [from] : from;
    const isMeant = codes.some((code) => text.includes(problemType(code)));
    return isMeant ? problem(to) : response;
  });
