import { forEachConcurrently } from "../../concurrency/forEachConcurrently.ts";
import { requestRule } from "../../defineRules.ts";
import type { Exchange } from "../../exchange.ts";
import { expectProblem } from "../../expectations.ts";
import { purposePath } from "../../panelReading.ts";
import { isOpen, readAddresses } from "../../snapshot/addresses.ts";
import type { SendOptions, SuiteContext } from "../../suiteContext.ts";
import { unknownId } from "../../unknownId.ts";
import { invalidSessions } from "./invalidSessions.ts";

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

export const sessionOnEveryAddress = requestRule(
  {
    id: "session-on-every-address",
    title:
      "Every address but the policy's needs a session, by GET and HEAD, whatever else is asked",
    section: "docs/panel-api.md#the-requests",
    remedy:
      "Ask for the session before anything else is looked at, for every route and method.",
    occasion: "an address that needs a session and can be read",
  },
  ["read"],
  async (context, expect) => {
    const addresses = (await readAddresses(context)).filter((one) => !isOpen(one));
    const all: Exchange[] = [];
    const none = { session: "none" } as const;
    const [own = ""] = Object.values(context.headers);
    const queries = ["fresh=1", "after=1", own.split(";")[0] ?? ""];
    const known = addresses.flatMap(({ path, exchange }) => {
      const tag = exchange.headers.get("ETag");
      return [
        ...invalidSessions(context).flatMap((way) =>
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
      `/decisions/${unknownId}/payload`,
      `/transmissions/${unknownId}/body`,
      `/receipts/${unknownId}`,
      "/no-such",
      purposePath("no-such", "decision"),
    ].flatMap((path) => ["GET", "HEAD"].map((method) => ({ method, path, way: none })));
    await forEachConcurrently([...known, ...unknown], ({ method, path, way }) =>
      refuse(context, method, path, way, all),
    );
    for (const exchange of all) expect(exchange, exchange.status === 401, "Status 401.");
  },
);
