import { forEachConcurrently } from "../../concurrency/forEachConcurrently.ts";
import { requestRule } from "../../defineRules.ts";
import { expectProblem } from "../../expectations.ts";
import { unknownId } from "../../unknownId.ts";

export const notFoundEverywhere = requestRule(
  {
    id: "not-found-everywhere",
    title: "What there is not is not found, at every address and however it is written",
    section: "docs/panel-api.md#the-requests",
    remedy: "Answer 404 not-found to every address that is not exactly one of the table.",
    occasion: "an address that there is not",
  },
  ["read"],
  async (context, expect) => {
    const [first = { id: "x" }] = context.activities;
    const others = context.contract.policy.activities
      .filter(({ basis }) => basis !== "consent")
      .map(({ id }) => id);
    const names = [
      "no-such",
      "constructor",
      "__proto__",
      "toString",
      first.id.toUpperCase(),
      ...others,
    ];
    const paths = [
      ...names.flatMap((name) => [
        `/purposes/${name}/decision`,
        `/purposes/${name}/payload`,
      ]),
      ...["no-such", unknownId, "__proto__"].flatMap((id) => [
        `/decisions/${id}/payload`,
        `/transmissions/${id}/body`,
        `/receipts/${id}`,
      ]),
      ...[
        "/purposes/",
        `/purposes/${first.id}`,
        `/purposes/${first.id}/decision/`,
        `/purposes/${first.id}/decision/more`,
        "/decisions/",
        "/purposes/%/decision",
        "/policy/texts/no-such",
      ],
    ];
    await forEachConcurrently(paths, async (path) => {
      for (const method of ["GET", "HEAD"]) {
        const exchange = await context.send(method, path);
        expect(exchange, true, "404");
        expectProblem(exchange, "not-found");
      }
    });
  },
);
