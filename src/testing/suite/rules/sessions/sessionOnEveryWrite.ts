import { prepareDecision } from "../../deciding/prepareDecision.ts";
import { requestRule } from "../../defineRules.ts";
import { expectProblem } from "../../expectations.ts";
import { purposePath } from "../../panelReading.ts";
import type { SendOptions } from "../../suiteContext.ts";
import { invalidSessions } from "./invalidSessions.ts";

export const sessionOnEveryWrite = requestRule(
  {
    id: "session-on-every-write",
    title:
      "Every write needs a session of somebody who may decide, before its body is read",
    section: "docs/panel-api.md#the-order-of-problems",
    remedy:
      "Look at session and permission before the body, for PUT, POST, DELETE and the name.",
    occasion: "a purpose that can be decided",
  },
  ["write"],
  async (context, expect) => {
    for (const { id } of context.activities) {
      const { etag, grant } = await prepareDecision(context, id);
      const path = purposePath(id, "decision");
      const tag = { "If-Match": etag };
      const bodies = [JSON.stringify(grant), "{", '{"decision":"withdrawn"}'];
      const guarded: readonly (readonly [
        SendOptions,
        "not-signed-in" | "not-permitted",
      ])[] = [
        ...invalidSessions(context).map((way) => [way, "not-signed-in"] as const),
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
          expect(exchange, true, problem);
          expectProblem(exchange, problem);
        }
        if (problem === "not-permitted") {
          const exchange = await context.send("PUT", purposePath("no-such", "decision"), {
            ...way,
            body: "{}",
          });
          expectProblem(exchange, "not-found");
        }
      }
    }
  },
);
