import type { Decision } from "../../contract/decision.ts";
import { payloadKindHeader } from "../../contract/payloadKind.ts";
import type { Transport } from "../../contract/transport.ts";
import type { FakePayload } from "./fakePayload.ts";
import type { FakeRequest } from "./readRequest.ts";

/** What a test wants told otherwise than the panel's rules would. */
export interface AnswerOverrides {
  readonly decisions: Readonly<Record<string, Partial<Decision>>>;
  readonly payloads: Readonly<Record<string, FakePayload | null>>;
  readonly lastAttempt: (purpose: string) => Transport["lastAttempt"];
  readonly rewrite: Rewrite | undefined;
}

/** Makes an answer in JSON one of a panel that says other things; by the path below the base URL. */
export type Rewrite = (path: string, body: unknown) => unknown;

/** Changes what a page reads, for states that no act leads to. */
export async function overrideAnswer(
  response: Response,
  { method, path = "" }: FakeRequest,
  told: AnswerOverrides,
): Promise<Response> {
  if (method !== "GET" || response.status !== 200) return response;
  const answer = await answerAsSetUp(response, path, told);
  const type = answer.headers.get("Content-Type") ?? "";
  const isJson = /^application\/(ld\+)?json$/.test(type);
  const { rewrite } = told;
  if (!rewrite || !isJson || path.endsWith("/payload")) return answer;
  return replaceJson(answer, (body) => rewrite(path, body) as Body);
}

async function answerAsSetUp(
  response: Response,
  path: string,
  told: AnswerOverrides,
): Promise<Response> {
  if (path === "/purposes") return replaceJson(response, (body) => purposes(body, told));
  const [, purpose = "", part] =
    /^\/purposes\/([^/]+)\/(decision|payload)$/.exec(path) ?? [];
  if (part === "decision" && told.decisions[purpose]) {
    return replaceJson(response, (body) => ({ ...body, ...told.decisions[purpose] }));
  }
  const payload = part === "payload" ? told.payloads[purpose] : undefined;
  return payload ? withHeaders(response, payload) : response;
}

type Body = Readonly<Record<string, unknown>>;

function purposes(body: Body, { decisions, lastAttempt }: AnswerOverrides): Body {
  const entries = Object.entries(body.purposes as Record<string, Body>);
  return {
    ...body,
    purposes: Object.fromEntries(
      entries.map(([id, purpose]) => {
        const decision = { ...(purpose.decision as Body), ...decisions[id] };
        const transport = purpose.transport as Body | null;
        const attempt = lastAttempt(id);
        return [
          id,
          {
            ...purpose,
            decision,
            transport:
              transport && attempt ? { ...transport, lastAttempt: attempt } : transport,
          },
        ];
      }),
    ),
  };
}

async function replaceJson(
  response: Response,
  replace: (body: Body) => Body,
): Promise<Response> {
  const body = replace(await response.json());
  return new Response(JSON.stringify(body), response);
}

/** A queued body keeps its kind; whatever else is told is what the test gave. */
async function withHeaders(
  response: Response,
  { kind, headers = {} }: FakePayload,
): Promise<Response> {
  const told = new Headers(response.headers);
  if (kind && told.get(payloadKindHeader) !== "queued") told.set(payloadKindHeader, kind);
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) told.delete(name);
    else told.set(name, value);
  }
  return new Response(await response.arrayBuffer(), { status: 200, headers: told });
}
