import { forEachConcurrently } from "../../concurrency/forEachConcurrently.ts";
import { requestRule } from "../../defineRules.ts";
import { readable } from "../../snapshot/addresses.ts";

export const answersStand = requestRule(
  {
    id: "answers-stand",
    title: "The same is told again, under the same tag, while nothing changes",
    section: "docs/panel-api.md#live-pages",
    remedy: "Make tags and ids once, not for each answer; let no read count.",
    occasion: "GET /purposes that answers 200",
  },
  ["read"],
  async (context, expect) => {
    const { exchange: before } =
      (await readable(context)).find(({ endpoint }) => endpoint === "getPurposes") ?? {};
    if (!before) return;
    await forEachConcurrently(await readable(context), async ({ path }) => {
      let again = await Promise.all([context.get(path), context.get(path)]);
      for (
        let attempt = 0;
        attempt < 4 && again[0]?.text !== again[1]?.text;
        attempt += 1
      ) {
        again = await Promise.all([context.get(path), context.get(path)]);
      }
      const [one, two] = again;
      expect(two, one.text === two.text, `The same as before: ${one.text.slice(0, 300)}`);
      const tags = [one, two].map(({ headers }) => headers.get("ETag"));
      expect(
        two,
        tags[0] === tags[1] || one.text !== two.text,
        `ETag ${tags[0]}, as before.`,
        "ETag",
      );
    });
  },
);
