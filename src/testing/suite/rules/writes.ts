import { endpoints } from "../../../contract/endpoints.ts";
import type { ProblemCode } from "../../../contract/problem.ts";
import type { Exchange } from "../exchange.ts";
import { expectProblem } from "../expectations.ts";
import { purposePath, readDecision, readPayloadBytes } from "../panelReading.ts";
import type { SendOptions, SuiteContext } from "../suiteContext.ts";
import { ensureGranted, prepare, requireUnlocked, withdraw } from "../writing/acts.ts";
import { type Attempt, everyPurpose, otherDigest } from "../writing/refusedWrites.ts";
import { readAddresses } from "./addresses.ts";
import { sendingRule, type That } from "./rule.ts";

const order = "docs/panel-api.md#the-order-of-problems";
const requests = "docs/panel-api.md#the-requests";

const large = " ".repeat(256 * 1024);

/** Checks for each purpose, by PUT and by POST, what must be turned down. */
function refused(
  words: Parameters<typeof sendingRule>[0],
  check: (
    id: string,
    send: (body: unknown, options?: SendOptions) => Promise<Exchange>,
    attempt: Attempt,
    context: SuiteContext,
  ) => Promise<void>,
) {
  return sendingRule(words, ["write"], async (context, that) => {
    await everyPurpose(context, async (id, attempt) => {
      for (const method of ["PUT", "POST"]) {
        const send = (body: unknown, options: SendOptions = {}) =>
          context.send(method, purposePath(id, "decision"), {
            ...options,
            body:
              typeof body === "string" || body instanceof Uint8Array
                ? (body as string | Uint8Array<ArrayBuffer>)
                : JSON.stringify(body),
          });
        await check(id, send, counted(attempt, that), context);
      }
    });
  });
}

const counted =
  (attempt: Attempt, that: That): Attempt =>
  async (sent, problem) => {
    that(await sent, true, problem);
    await attempt(sent, problem);
  };

/** What can be wrong with a grant, in the order in which it is told. */
const faults: readonly {
  readonly problem: ProblemCode;
  readonly change: (sent: Sent) => Sent;
}[] = [
  {
    problem: "cross-site",
    change: (sent) => ({
      ...sent,
      headers: { ...sent.headers, "Sec-Fetch-Site": "cross-site" },
    }),
  },
  { problem: "not-signed-in", change: (sent) => ({ ...sent, session: "none" }) },
  { problem: "not-found", change: (sent) => ({ ...sent, purpose: "no-such" }) },
  {
    problem: "not-permitted",
    change: (sent) => ({
      ...sent,
      session: sent.session === "none" ? "none" : "read-only",
    }),
  },
  { problem: "body-too-large", change: (sent) => ({ ...sent, pad: large }) },
  {
    problem: "media-type-not-supported",
    change: (sent) => ({
      ...sent,
      headers: { ...sent.headers, "Content-Type": "text/plain" },
    }),
  },
  { problem: "malformed-body", change: (sent) => ({ ...sent, isBroken: true }) },
  {
    problem: "precondition-required",
    change: (sent) => ({ ...sent, headers: { ...sent.headers, "If-Match": null } }),
  },
  {
    problem: "decision-changed",
    change: (sent) => ({
      ...sent,
      headers: {
        ...sent.headers,
        ...("If-Match" in sent.headers && sent.headers["If-Match"] === null
          ? {}
          : { "If-Match": '"stale"' }),
      },
    }),
  },
  {
    problem: "policy-changed",
    change: (sent) => ({ ...sent, body: { ...sent.body, textDigest: otherDigest } }),
  },
  {
    problem: "payload-changed",
    change: (sent) => ({ ...sent, body: { ...sent.body, payloadDigest: otherDigest } }),
  },
];

interface Sent {
  readonly purpose: string;
  readonly session: "deciding" | "read-only" | "none";
  readonly headers: Readonly<Record<string, string | null>>;
  readonly body: Readonly<Record<string, unknown>>;
  readonly pad: string;
  readonly isBroken: boolean;
}

export const writeRules = [
  refused(
    {
      id: "strict-bodies",
      title: "A body is read strictly: no other member, word or form, by PUT and POST",
      section: requests,
      remedy: "Check the body against the schema, with no other members, in UTF-8.",
    },
    async (id, send, attempt, context) => {
      const { etag, grant, refusal } = await prepare(context, id);
      const { payloadDigest: digest, ...unseen } = grant;
      const { decision: _decision, ...nameless } = refusal;
      const bodies = [
        { ...grant, more: 1 },
        { ...refusal, more: 1 },
        { ...refusal, payloadDigest: digest },
        { ...refusal, seen: "kinds" },
        { ...grant, language: "de-AT" },
        { ...grant, language: "DE" },
        { ...refusal, language: "fr" },
        { ...refusal, textDigest: "none" },
        { ...refusal, textDigest: "sha-256=:AAAA:" },
        { ...refusal, revision: "no such" },
        { ...refusal, revision: "x".repeat(101) },
        { ...refusal, revision: "" },
        { ...grant, seen: "kinds" },
        { ...grant, seen: "bytes" },
        { ...unseen, seen: "bytes" },
        unseen,
        { ...grant, decision: "GRANTED" },
        { ...refusal, decision: "Refused" },
        nameless,
        { ...grant, decision: undefined },
        [refusal],
        "null",
        "[]",
        "{",
        "",
        '"refused"',
        { decision: "withdrawn", more: 1 },
        { decision: "WITHDRAWN" },
        new Uint8Array([
          ...new TextEncoder().encode(JSON.stringify(refusal).slice(0, -2)),
          0xff,
          0x22,
          0x7d,
        ]),
      ];
      for (const body of bodies)
        await attempt(send(body, { headers: { "If-Match": etag } }), "malformed-body");
    },
  ),
  refused(
    {
      id: "strict-types",
      title:
        "A body that is not said to be application/json is not read, by PUT and POST",
      section: order,
      remedy: "Compare the media type whole, without its parameters.",
    },
    async (id, send, attempt, context) => {
      const { etag, grant, refusal } = await prepare(context, id);
      for (const type of [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/json-patch+json",
        "text/plain; a=application/json",
        "",
      ]) {
        for (const body of [grant, refusal, { decision: "withdrawn" }]) {
          await attempt(
            send(body, { headers: { "If-Match": etag, "Content-Type": type } }),
            "media-type-not-supported",
          );
        }
      }
    },
  ),
  refused(
    {
      id: "order-of-every-two",
      title:
        "Of any two faults the first in the contract's order is answered, by PUT and POST",
      section: order,
      remedy: "Look for problems in the order of the list, and answer the first.",
    },
    async (id, send, attempt, context) => {
      await requireUnlocked(context, id);
      const { etag, grant } = await prepare(context, id);
      const method = (await send("{", { session: "none" })).request.method;
      const whole: Sent = {
        purpose: id,
        session: "deciding",
        headers: { "If-Match": etag },
        body: grant,
        pad: "",
        isBroken: false,
      };
      const tried = faults.filter(
        ({ problem }) => problem !== "not-permitted" || context.hasReadOnlySession,
      );
      for (const [at, first] of tried.entries()) {
        for (const second of tried.slice(at)) {
          if (
            first.problem === "precondition-required" &&
            second.problem === "decision-changed"
          )
            continue;
          const { purpose, session, headers, body, pad, isBroken } = second.change(
            first.change(whole),
          );
          const text = isBroken ? "{" : JSON.stringify(body);
          const path = purposePath(purpose, "decision");
          await attempt(
            context.send(method, path, { session, headers, body: `${text}${pad}` }),
            first.problem,
          );
        }
      }
    },
  ),
  refused(
    {
      id: "bound-to-what-was-seen",
      title:
        "Consent is refused for any other text, language, revision or bytes, by PUT and POST",
      section: "docs/panel-api.md#the-states",
      remedy: "Compare all of them with what is in force, inside the transaction.",
    },
    async (id, send, attempt, context) => {
      await requireUnlocked(context, id);
      const { etag, grant } = await prepare(context, id);
      const headers = { "If-Match": etag };
      for (const change of [
        { textDigest: otherDigest },
        { revision: "1999-12-31" },
        { language: "en" },
      ]) {
        await attempt(send({ ...grant, ...change }, { headers }), "policy-changed");
      }
      await attempt(
        send({ ...grant, payloadDigest: otherDigest }, { headers }),
        "payload-changed",
      );
      for (const { id: other } of context.activities) {
        const { digest } = await readPayloadBytes(context, other);
        if (digest !== grant.payloadDigest)
          await attempt(
            send({ ...grant, payloadDigest: digest }, { headers }),
            "payload-changed",
          );
      }
      const { payloadDigest: _digest, ...unseen } = grant;
      const kinds = await send(
        { ...unseen, seen: "kinds" },
        { headers: { ...headers, "If-Match": '"stale"' } },
      );
      if (kinds.status !== 412) await attempt(Promise.resolve(kinds), "payload-not-seen");
    },
  ),
  refused(
    {
      id: "tags-of-decisions",
      title:
        "A grant and a refusal need the tag of the decision that stands, by PUT and POST",
      section: "docs/panel-api.md#the-states",
      remedy:
        "Read each tag of If-Match as a number, and compare it with the sequence; never take *.",
    },
    async (id, send, attempt, context) => {
      await requireUnlocked(context, id);
      const { grant, refusal, decision } = await prepare(context, id);
      const { sequence } = decision;
      const stale = [
        "*",
        `"${sequence + 1}"`,
        `"${sequence}0"`,
        `"1${sequence}"`,
        '"stale"',
        '""',
        `W/"${sequence + 1}"`,
        ...(sequence > 0 ? [`"${sequence - 1}"`] : []),
      ];
      for (const body of [grant, refusal]) {
        await attempt(send(body), "precondition-required");
        for (const tag of stale)
          await attempt(send(body, { headers: { "If-Match": tag } }), "decision-changed");
      }
    },
  ),
  refused(
    {
      id: "own-site-alone",
      title:
        "A write comes from the panel's own page: no origin that resembles it, by any method",
      section: "docs/panel-api.md#other-sites",
      remedy:
        "Take Sec-Fetch-Site: same-origin, or where there is none an Origin that is exactly yours.",
    },
    async (id, send, attempt, context) => {
      const { etag, grant } = await prepare(context, id);
      const { origin, protocol, hostname, port } = new URL(
        (await context.get("/policy")).request.url,
      );
      const other = protocol === "https:" ? "http:" : "https:";
      const origins = [
        `${origin}.attacker.invalid`,
        `${protocol}//attacker${hostname}`,
        `${protocol}//a.${hostname}${port && `:${port}`}`,
        `${protocol}//${hostname}:${Number(port || 80) + 1}`,
        `${other}//${hostname}${port && `:${port}`}`,
        "null",
        null,
      ];
      const ways: readonly Readonly<Record<string, string | null>>[] = [
        ...origins.map((one) => ({ Origin: one })),
        { Origin: null, Referer: `${origin}/` },
        ...["cross-site", "same-site", "none", "other", "same-origin, cross-site"].map(
          (one) => ({ "Sec-Fetch-Site": one }),
        ),
      ];
      for (const way of ways) {
        const headers = { "If-Match": etag, ...way };
        await attempt(send(grant, { headers }), "cross-site");
        await attempt(send({ decision: "withdrawn" }, { headers }), "cross-site");
        await attempt(
          context.send("DELETE", purposePath(id, "decision"), { headers: way }),
          "cross-site",
        );
        await attempt(
          context.send("DELETE", "/people/nobody-of-this-name/name", { headers: way }),
          "cross-site",
        );
        await attempt(
          context.send("DELETE", purposePath("no-such", "decision"), {
            session: "none",
            headers: way,
          }),
          "cross-site",
        );
      }
    },
  ),
  sendingRule(
    {
      id: "refused-while-granted",
      title:
        "While consent is given the order of problems holds, and bytes of before are not taken",
      section: order,
      remedy: "Tell a stale tag before withdraw-instead; compare with the bytes of now.",
    },
    ["write"],
    async (context, that) => {
      for (const { id } of context.activities) {
        await withdraw(context, id);
        const before = await readPayloadBytes(context, id);
        await ensureGranted(context, id);
        const { etag, grant, refusal } = await prepare(context, id);
        const path = purposePath(id, "decision");
        for (const method of ["PUT", "POST"]) {
          const stale = await context.send(method, path, {
            body: JSON.stringify(refusal),
            headers: { "If-Match": '"stale"' },
          });
          that(stale, true, "412");
          expectProblem(stale, "decision-changed");
          if (before.digest === grant.payloadDigest) continue;
          const old = await context.send(method, path, {
            body: JSON.stringify({ ...grant, payloadDigest: before.digest }),
            headers: { "If-Match": etag },
          });
          expectProblem(old, "payload-changed");
        }
        await withdraw(context, id);
      }
    },
  ),
  sendingRule(
    {
      id: "other-methods",
      title: "A method that an address does not have is not found, and no GET decides",
      section: requests,
      remedy:
        "Answer 404 not-found to every other method; look at no header or query that names one.",
    },
    ["write"],
    async (context, that) => {
      const [first] = context.activities;
      if (!first) return;
      const path = purposePath(first.id, "decision");
      const before = await readDecision(context, first.id);
      for (const method of ["DELETE", "PUT"]) {
        await context.get(path, {
          headers: { "X-HTTP-Method-Override": method, "X-Method-Override": method },
        });
        await context.get(`${path}?_method=${method}`);
      }
      await context.get(`${path}?decision=withdrawn`);
      await context.send("HEAD", path);
      await context.get("/people/nobody-of-this-name/name");
      const tried = ["PUT", "POST", "DELETE", "PATCH"].flatMap((method) =>
        [
          "/policy",
          "/purposes",
          "/decisions",
          "/transmissions",
          "/log",
          path,
          purposePath(first.id, "payload"),
        ].map((at) => [method, at] as const),
      );
      for (const [method, at] of tried) {
        const isOne = Object.values(endpoints).some(
          (one) =>
            one.method === method && at === one.path.replace("{purpose}", first.id),
        );
        if (isOne) continue;
        const exchange = await context.send(
          method,
          at,
          method === "DELETE" ? {} : { body: "{}" },
        );
        that(exchange, true, "404");
        expectProblem(exchange, "not-found");
      }
      const named = await context.get("/people/nobody-of-this-name/name");
      expectProblem(named, "not-found");
      const after = await readDecision(context, first.id);
      that(
        after.exchange,
        after.etag === before.etag,
        `ETag ${before.etag}, as no request decided.`,
      );
    },
  ),
  sendingRule(
    {
      id: "write-headers",
      title: "The answer to a write is JSON that nobody stores, with the decision's tag",
      section: "docs/panel-api.md#live-pages",
      remedy: "Send Cache-Control: no-store and the ETag with PUT, POST and DELETE too.",
    },
    ["write"],
    async (context, that) => {
      for (const { id } of context.activities) {
        const { etag, refusal } = await prepare(context, id);
        const path = purposePath(id, "decision");
        const posted = (body: unknown, tag: string) =>
          context.send("POST", path, {
            body: JSON.stringify(body),
            headers: { "If-Match": tag },
          });
        await withdraw(context, id);
        const stale = await posted(refusal, etag);
        const answers = [
          await context.send("DELETE", path),
          await posted({ decision: "withdrawn" }, etag),
        ];
        const now = await prepare(context, id);
        answers.push(
          await context.send("PUT", path, {
            body: JSON.stringify(now.refusal),
            headers: { "If-Match": now.etag },
          }),
        );
        answers.push(await posted(now.refusal, (await readDecision(context, id)).etag));
        for (const exchange of answers) {
          that(
            exchange,
            exchange.status === 200 || exchange.status === 202,
            "Status 200.",
          );
          that(
            exchange,
            (exchange.headers.get("Cache-Control") ?? "").includes("no-store"),
            "Cache-Control: no-store.",
            "Cache-Control",
          );
          const [type] = (exchange.headers.get("Content-Type") ?? "").split(";");
          that(
            exchange,
            type === "application/json",
            "Content-Type application/json.",
            "Content-Type",
          );
          const { sequence } = JSON.parse(exchange.text || "{}");
          that(
            exchange,
            exchange.headers.get("ETag") === `"${sequence}"`,
            `ETag "${sequence}".`,
            "ETag",
          );
        }
        that(
          stale,
          stale.status === 412 || stale.status === 403,
          "412 to a POST that a withdrawal overtook.",
        );
        await withdraw(context, id);
      }
      for (const { exchange } of await readAddresses(context)) that(exchange, true, "");
    },
  ),
];
