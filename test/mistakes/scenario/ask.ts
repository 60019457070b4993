import type { Json } from "../../../src/payload/serializePayload.ts";

export interface Told {
  readonly text: string;
  readonly headers: Headers;
  readonly status: number;
}

/** Asks the panel as the administrator, unless headers say otherwise; null leaves one out. */
export type Ask = (
  method: string,
  path: string,
  headers?: Readonly<Record<string, string | null>>,
  body?: string | Uint8Array<ArrayBuffer>,
) => Promise<Told>;

export const purposes = ["crash-reports", "server-statistics"] as const;

export const decisionOf = (purpose: string) => `/purposes/${purpose}/decision`;
export const payloadOf = (purpose: string) => `/purposes/${purpose}/payload`;

/** A digest that nothing has. */
export const otherDigest = `sha-256=:${"A".repeat(43)}=:`;

export const auditor = { Cookie: "session=auditor" };
export const nobody = { Cookie: null };

export interface Prepared {
  readonly body: Readonly<Record<string, Json>>;
  readonly tag: string;
}

/** What a person who looks now would send. */
export async function prepare(
  ask: Ask,
  purpose: string,
  decision: "granted" | "refused",
  language: "de" | "en" = "de",
): Promise<Prepared> {
  const policy = read((await ask("GET", "/policy")).text);
  const tag = (await ask("GET", decisionOf(purpose))).headers.get("ETag") ?? "";
  const payload = (await ask("GET", payloadOf(purpose))).headers.get("Repr-Digest");
  const { revision = "", texts = {} } = policy;
  const textDigest = texts[language]?.digest ?? "";
  const text = { decision, revision, language, textDigest };
  return {
    tag,
    body: decision === "granted" ? { ...text, payloadDigest: payload } : text,
  };
}

/** Decides as a person who looks now. */
export async function act(
  ask: Ask,
  purpose: string,
  decision: "granted" | "refused",
  {
    headers = {},
    body = {},
    language,
    method = "PUT",
  }: {
    readonly headers?: Readonly<Record<string, string | null>>;
    readonly body?: Readonly<Record<string, Json>>;
    readonly language?: "de" | "en";
    readonly method?: "PUT" | "POST";
  } = {},
): Promise<Told> {
  const seen = await prepare(ask, purpose, decision, language);
  const sent = JSON.stringify({ ...seen.body, ...body });
  return ask(method, decisionOf(purpose), { "If-Match": seen.tag, ...headers }, sent);
}

interface Read {
  readonly revision?: string;
  readonly texts?: Readonly<
    Record<string, { readonly digest: string; readonly href: string } | undefined>
  >;
  readonly entries?: readonly Readonly<Record<string, string | null>>[];
  readonly next?: string | null;
  readonly upTo?: number;
}

export function read(text: string): Read {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
