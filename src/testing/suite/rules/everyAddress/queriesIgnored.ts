import { forEachConcurrently } from "../../concurrency/forEachConcurrently.ts";
import { requestRule } from "../../defineRules.ts";
import { readable } from "../../snapshot/addresses.ts";
import { askWhileStill } from "./askWhileStill.ts";

export const queriesIgnored = requestRule(
  {
    id: "queries-ignored",
    title: "Members of the query and an Accept that are not known change nothing",
    section: "docs/panel-api.md#the-requests",
    remedy: "Look at after and upTo alone.",
    occasion: "an address that answers 200 and does not move meanwhile",
  },
  ["read"],
  async (context, expect) => {
    const asked = (await readable(context)).flatMap(({ path }) =>
      [
        () => context.get(`${path}?fresh=7`),
        () => context.get(`${path}?fresh=8&no-such=1`),
        () => context.get(path, { headers: { Accept: "text/html" } }),
        () => context.get(path, { headers: { Origin: null } }),
      ].map((ask) => ({ path, ask })),
    );
    await forEachConcurrently(asked, async ({ path, ask }) => {
      const found = await askWhileStill(context, path, ask);
      if (!found) return;
      const { before, answer } = found;
      expect(
        answer,
        answer.status === 200 && answer.text === before.text,
        "The same as without it.",
      );
    });
  },
);
