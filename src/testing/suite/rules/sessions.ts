import { eachAtOnce } from "../eachAtOnce.ts";
import type { Exchange } from "../exchange.ts";
import { expectProblem } from "../expectations.ts";
import { purposePath } from "../panelReading.ts";
import { noSuchId } from "../reading/history.ts";
import type { SendOptions, SuiteContext } from "../suiteContext.ts";
import { prepare } from "../writing/acts.ts";
import { isOpen, readAddresses, readable } from "./addresses.ts";
import { sendingRule } from "./rule.ts";

const section = "docs/panel-api.md#the-requests";

/** Requests of somebody who is not signed in, also as if she were. */
function strangers({ headers }: SuiteContext): readonly SendOptions[] {
  const names = Object.keys(headers);
  const each = (change: (value: string) => string): SendOptions => ({
    session: "none",
    headers: Object.fromEntries(names.map((name) => [name, change(headers[name] ?? "")])),
  });
  const none: SendOptions = { session: "none" };
  if (names.length === 0) return [none];
  return [
    none,
    each((value) =>
      value.replace(
        /([= ])([^=; ]+)/g,
        (_all, sign: string, word: string) => `${sign}${"x".repeat(word.length)}`,
      ),
    ),
    each((value) => `${value}x`),
    each((value) => value.replace(/([= ])[^=; ]+/g, "$1")),
    each((value) => value.replace(/^[^= ]+/, "other")),
  ].filter(({ headers: own }) => JSON.stringify(own) !== JSON.stringify(headers));
}

async function refuse(
  context: SuiteContext,
  method: string,
  path: string,
  options: SendOptions,
  all: Exchange[],
) {
  const exchange = await context.send(method, path, options);
  all.push(exchange);
  expectProblem(exchange, "not-signed-in");
}

export const sessionRules = [
  sendingRule(
    {
      id: "session-on-every-address",
      title:
        "Every address but the policy's needs a session, by GET and HEAD, whatever else is asked",
      section,
      remedy:
        "Ask for the session before anything else is looked at, for every route and method.",
    },
    ["read"],
    async (context, that) => {
      const addresses = (await readAddresses(context)).filter((one) => !isOpen(one));
      const all: Exchange[] = [];
      const none = { session: "none" } as const;
      const [own = ""] = Object.values(context.headers);
      const queries = ["fresh=1", "after=1", own.split(";")[0] ?? ""];
      const known = addresses.flatMap(({ path, exchange }) => {
        const tag = exchange.headers.get("ETag");
        return [
          ...strangers(context).flatMap((way) =>
            ["GET", "HEAD"].map((method) => ({ method, path, way })),
          ),
          ...(tag
            ? [
                {
                  ...{ method: "GET", path },
                  way: { ...none, headers: { "If-None-Match": tag } },
                },
              ]
            : []),
          ...queries.map((query) => ({
            ...{ method: "GET", path: `${path}?${query}`, way: none },
          })),
        ];
      });
      const unknown = [
        `/decisions/${noSuchId}/payload`,
        `/transmissions/${noSuchId}/body`,
        `/receipts/${noSuchId}`,
        "/no-such",
        purposePath("no-such", "decision"),
      ].flatMap((path) => ["GET", "HEAD"].map((method) => ({ method, path, way: none })));
      await eachAtOnce([...known, ...unknown], ({ method, path, way }) =>
        refuse(context, method, path, way, all),
      );
      for (const exchange of all) that(exchange, exchange.status === 401, "Status 401.");
    },
  ),
  sendingRule(
    {
      id: "policy-for-everybody",
      title: "The policy and its texts are the same for everybody",
      section,
      remedy: "Ask for no session at these addresses, and tell each the same.",
    },
    ["read"],
    async (context, that) => {
      for (const { path, exchange } of (await readable(context)).filter(isOpen)) {
        const stranger = await context.get(path, { session: "none" });
        that(
          stranger,
          stranger.status === 200 && stranger.text === exchange.text,
          "The same as with a session.",
        );
      }
    },
  ),
  sendingRule(
    {
      id: "read-only-reads-everything",
      title: "A person who may not decide reads everything that one who may reads",
      section: "docs/panel-api.md#the-states",
      remedy: "Let mayDecide guard PUT, POST and DELETE alone.",
    },
    ["read", "read-only-session"],
    async (context, that) => {
      await eachAtOnce(await readAddresses(context), async ({ path, endpoint }) => {
        const [own, other] = await Promise.all([
          context.get(path),
          context.get(path, { session: "read-only" }),
        ]);
        that(
          other,
          other.status === own.status,
          `Status ${own.status}, as for who may decide.`,
        );
        const isSame =
          endpoint === "getPurposes" ||
          other.text === own.text ||
          own.text !== (await context.get(path)).text ||
          own.status >= 400;
        that(other, isSame, `The same as for who may decide: ${own.text.slice(0, 300)}`);
        if (endpoint !== "getPurposes" || own.status !== 200 || other.status !== 200)
          return;
        const tags = [own, other].map(({ headers }) => headers.get("ETag"));
        that(
          other,
          own.text === other.text || tags[0] !== tags[1],
          "Another ETag, as another viewer is told.",
          "ETag",
        );
        const viewers = [own, other].map(({ text }) => JSON.parse(text).viewer);
        const differ =
          JSON.stringify(context.headers) === JSON.stringify(context.readOnlyHeaders) ||
          viewers[0]?.id !== viewers[1]?.id;
        that(other, differ, "A viewer of her own.");
      });
    },
  ),
  sendingRule(
    {
      id: "session-on-every-write",
      title:
        "Every write needs a session of somebody who may decide, before its body is read",
      section: "docs/panel-api.md#the-order-of-problems",
      remedy:
        "Look at session and permission before the body, for PUT, POST, DELETE and the name.",
    },
    ["write"],
    async (context, that) => {
      for (const { id } of context.activities) {
        const { etag, grant } = await prepare(context, id);
        const path = purposePath(id, "decision");
        const tag = { "If-Match": etag };
        const bodies = [JSON.stringify(grant), "{", '{"decision":"withdrawn"}'];
        const guarded: readonly (readonly [
          SendOptions,
          "not-signed-in" | "not-permitted",
        ])[] = [
          ...strangers(context).map((way) => [way, "not-signed-in"] as const),
          ...(context.hasReadOnlySession
            ? [[{ session: "read-only" }, "not-permitted"] as const]
            : []),
        ];
        for (const [way, problem] of guarded) {
          const sent = [
            ...["PUT", "POST"].flatMap((method) =>
              bodies.flatMap((body) =>
                [tag, { ...tag, "Content-Type": "text/plain" }].map(
                  (headers) =>
                    [
                      method,
                      path,
                      { ...way, body, headers: { ...way.headers, ...headers } },
                    ] as const,
                ),
              ),
            ),
            ["DELETE", path, way] as const,
            ["DELETE", "/people/nobody-of-this-name/name", way] as const,
          ];
          for (const [method, at, options] of sent) {
            const exchange = await context.send(method, at, options);
            that(exchange, true, problem);
            expectProblem(exchange, problem);
          }
          if (problem === "not-permitted") {
            const exchange = await context.send(
              "PUT",
              purposePath("no-such", "decision"),
              { ...way, body: "{}" },
            );
            expectProblem(exchange, "not-found");
          }
        }
      }
    },
  ),
  sendingRule(
    {
      id: "session-cookies",
      title: "A cookie that is set is HttpOnly and SameSite=Strict",
      section: "docs/panel-api.md#other-sites",
      remedy: "Set both attributes with every Set-Cookie.",
    },
    ["read"],
    async (context, that) => {
      for (const { exchange } of await readAddresses(context)) {
        const cookies = exchange.headers.getSetCookie();
        const right = cookies.every(
          (one) => /;\s*httponly/i.test(one) && /;\s*samesite=strict/i.test(one),
        );
        that(
          exchange,
          right,
          "Set-Cookie with HttpOnly and SameSite=Strict.",
          "Set-Cookie",
        );
      }
    },
  ),
];
