import { endpoints } from "../../../../contract/endpoints.ts";
import { requestRule } from "../../defineRules.ts";
import { expectProblem } from "../../expectations.ts";
import { purposePath, readDecision } from "../../panelReading.ts";

export const otherMethods = requestRule(
  {
    id: "other-methods",
    title: "A method that an address does not have is not found, and no GET decides",
    section: "docs/panel-api.md#the-requests",
    remedy:
      "Answer 404 not-found to every other method; look at no header or query that names one.",
    occasion: "a purpose of the policy",
  },
  ["write"],
  async (context, expect) => {
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
        (one) => one.method === method && at === one.path.replace("{purpose}", first.id),
      );
      if (isOne) continue;
      const exchange = await context.send(
        method,
        at,
        method === "DELETE" ? {} : { body: "{}" },
      );
      expect(exchange, true, "404");
      expectProblem(exchange, "not-found");
    }
    const named = await context.get("/people/nobody-of-this-name/name");
    expectProblem(named, "not-found");
    const after = await readDecision(context, first.id);
    expect(
      after.exchange,
      after.etag === before.etag,
      `ETag ${before.etag}, as no request decided.`,
    );
  },
);
