import { forEachConcurrently } from "../../concurrency/forEachConcurrently.ts";
import { requestRule } from "../../defineRules.ts";
import { expectProblem } from "../../expectations.ts";

export const badCursors = requestRule(
  {
    id: "bad-cursors",
    title: "A cursor that no answer gave is malformed",
    section: "docs/panel-api.md#lists",
    remedy: "Answer 400 malformed-body to an after that you never gave.",
    occasion: "a list that can be read",
  },
  ["read"],
  async (context, expect) => {
    await forEachConcurrently(["/decisions", "/transmissions"], async (path) => {
      for (const cursor of ["x", "-1", "1.5", "%20", "1e3", "9".repeat(40)]) {
        const exchange = await context.get(`${path}?after=${cursor}`);
        expect(exchange, true, "400");
        expectProblem(exchange, "malformed-body");
      }
    });
  },
);
