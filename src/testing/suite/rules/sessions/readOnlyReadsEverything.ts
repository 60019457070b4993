import { forEachConcurrently } from "../../concurrency/forEachConcurrently.ts";
import { requestRule } from "../../defineRules.ts";
import { readAddresses } from "../../snapshot/addresses.ts";

export const readOnlyReadsEverything = requestRule(
  {
    id: "read-only-reads-everything",
    title: "A person who may not decide reads everything that one who may reads",
    section: "docs/panel-api.md#the-states",
    remedy: "Let mayDecide guard PUT, POST and DELETE alone.",
    occasion: "an address that can be read",
  },
  ["read", "read-only-session"],
  async (context, expect) => {
    await forEachConcurrently(
      await readAddresses(context),
      async ({ path, endpoint }) => {
        const [own, other] = await Promise.all([
          context.get(path),
          context.get(path, { session: "read-only" }),
        ]);
        expect(
          other,
          other.status === own.status,
          `Status ${own.status}, as for who may decide.`,
        );
        const isSame =
          endpoint === "getPurposes" ||
          other.text === own.text ||
          own.text !== (await context.get(path)).text ||
          own.status >= 400;
        expect(
          other,
          isSame,
          `The same as for who may decide: ${own.text.slice(0, 300)}`,
        );
        if (endpoint !== "getPurposes" || own.status !== 200 || other.status !== 200)
          return;
        const tags = [own, other].map(({ headers }) => headers.get("ETag"));
        expect(
          other,
          own.text === other.text || tags[0] !== tags[1],
          "Another ETag, as another viewer is told.",
          "ETag",
        );
        const viewers = [own, other].map(({ text }) => JSON.parse(text).viewer);
        const differ =
          JSON.stringify(context.headers) === JSON.stringify(context.readOnlyHeaders) ||
          viewers[0]?.id !== viewers[1]?.id;
        expect(other, differ, "A viewer of her own.");
      },
    );
  },
);
