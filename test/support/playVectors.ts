import { expect } from "vitest";
import { liveConfigPolicy, policyText } from "../../src/policy/index.ts";
import type { VectorRequest } from "../../src/testing/kit/kitPanel.ts";
import { noDigest } from "../../src/testing/kit/vectorRequests.ts";
import type { Exchanged, Vector, VectorAnswer } from "../../src/testing/kit/vectors.ts";
import { sessions } from "./languagePanel.ts";
import { send } from "./startTestPanel.ts";

/** Where the vectors say that the panel is. */
export const vectorOrigin = "https://panel.example";

const cookies = { deciding: sessions.deciding, looking: sessions.looking, nobody: "" };

/** What a panel can be asked that has no policy to revise, no lock, and data to tell. */
export function playable(vectors: readonly Vector[]): readonly Vector[] {
  return vectors.filter(
    ({ before, lock, payload }) =>
      !lock && !payload && before.every((step) => typeof step !== "string"),
  );
}

/** Asks a fresh panel what leads to a state, and what each of the vectors asks there. */
export async function playOn(baseUrl: string, group: readonly Vector[]): Promise<void> {
  const [first] = group;
  for (const step of (first?.before ?? []) as readonly Exchanged[]) {
    expect(await ask(baseUrl, step.request)).toMatchObject({
      status: step.answer.status,
    });
  }
  for (const vector of group) {
    const event = vector.id.endsWith("/gone") ? "granted" : undefined;
    const answer = await ask(baseUrl, vector.request, event);
    expect([vector.id, told(answer, vector)]).toEqual([
      vector.id,
      told(vector.answer, vector),
    ]);
  }
}

async function ask(
  baseUrl: string,
  request: VectorRequest,
  event?: string,
): Promise<VectorAnswer> {
  const { as, method, body } = request;
  const path = `${new URL(baseUrl).pathname}${await pathOn(baseUrl, request, event)}`;
  const { status, headers, text } = await send(baseUrl, method, path, {
    headers: {
      Host: "panel.example",
      ...(cookies[as] && { Cookie: cookies[as] }),
      ...(body === null ? {} : { "Content-Length": String(Buffer.byteLength(body)) }),
      ...request.headers,
    },
    ...(body === null ? {} : { body: await bodyOn(baseUrl, request, body) }),
  });
  const isJson = /json/.test(headers["content-type"] ?? "");
  const isBytes = headers["repr-digest"] !== undefined;
  return {
    status,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, String(value)]),
    ),
    ...(isJson && !isBytes && text !== "" ? { json: JSON.parse(text) } : { text }),
  };
}

const looking = { as: "deciding", method: "GET", headers: {}, body: null } as const;
const ids = /[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;

/** A panel has ids of its own: an entry is the newest one, or the newest of an event. */
async function pathOn(
  baseUrl: string,
  { path }: VectorRequest,
  event: string | undefined,
): Promise<string> {
  if (path.match(ids) === null) return path;
  const { json } = await ask(baseUrl, { ...looking, path: "/decisions" });
  const { entries } = json as { entries: { id: string; event: string }[] };
  const found = entries.find((entry) => event === undefined || entry.event === event);
  return path.replace(ids, found?.id ?? "");
}

/** A panel has data of its own: what was seen is what it shows. */
async function bodyOn(
  baseUrl: string,
  { path }: VectorRequest,
  body: string,
): Promise<string> {
  const digest = /"payloadDigest":"(sha-256=:[^:]+:)"/.exec(body)?.[1];
  if (digest === undefined || digest === noDigest) return body;
  const payload = path.replace(/decision$/, "payload");
  const { headers } = await ask(baseUrl, { ...looking, path: payload });
  return body.replace(digest, headers["repr-digest"] ?? "");
}

const texts = ["de", "en"].map((language) =>
  JSON.stringify(policyText(liveConfigPolicy(), language as "de" | "en")),
);

/** What has to be the same, whoever answers. */
function told({ status, headers, json, text }: VectorAnswer, vector: Vector): unknown {
  const { path } = vector.request;
  const isDecision = path.endsWith("/decision");
  const kept = ["content-type", "cache-control", "klartext-payload"];
  return {
    status,
    headers: Object.fromEntries(
      Object.entries(headers).filter(
        ([name]) => kept.includes(name) || (name === "etag" && isDecision),
      ),
    ),
    hasTag: "etag" in headers,
    isEmpty: (text ?? "") === "" && json === undefined,
    json: path === "/purposes" ? ofPurpose(json, vector.purpose) : anonymous(json),
  };
}

function ofPurpose(json: unknown, purpose: string): unknown {
  const { viewer, purposes } = (json ?? {}) as Record<string, Record<string, unknown>>;
  return anonymous({ viewer, purpose: purposes?.[purpose] });
}

/** Without what each panel makes itself: ids, moments, digests of its data, a chain. */
function anonymous(json: unknown): unknown {
  if (json === undefined) return undefined;
  const plain = JSON.stringify(json, (name, value) => {
    if (["detail", "instance", "kt:chain", "pseudonym"].includes(name)) return undefined;
    if (["number", "head"].includes(name)) return null;
    if (["payloadDigest", "kt:digest"].includes(name) && value !== null) return "digest";
    if (["kt:text"].includes(name)) return texts.includes(JSON.stringify(value));
    return value;
  });
  return JSON.parse(
    plain.replaceAll(ids, "id").replaceAll(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"moment"'),
  );
}
