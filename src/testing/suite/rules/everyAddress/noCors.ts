import { forEachConcurrently } from "../../concurrency/forEachConcurrently.ts";
import { requestRule } from "../../defineRules.ts";
import { readAddresses } from "../../snapshot/addresses.ts";

export const noCors = requestRule(
  {
    id: "no-cors",
    title: "No answer lets another site read it, and none is asked before",
    section: "docs/panel-api.md#other-sites",
    remedy: "Send no Access-Control header, to nobody.",
    occasion: "an address that can be read",
  },
  ["read"],
  async (context, expect) => {
    const foreign = { headers: { Origin: "https://attacker.invalid" } };
    const asked = [
      ...(await readAddresses(context)).map(({ path }) => path),
      "/no-such-thing",
      "/policy/texts/no-such",
    ];
    await forEachConcurrently(asked, async (path) => {
      for (const exchange of [
        await context.get(path),
        await context.get(path, foreign),
        await context.send("OPTIONS", path, {
          headers: { ...foreign.headers, "Access-Control-Request-Method": "PUT" },
        }),
      ]) {
        const name = [...exchange.headers.keys()].find((one) =>
          one.startsWith("access-control-"),
        );
        expect(exchange, name === undefined, `No ${name}.`, name);
      }
    });
  },
);
