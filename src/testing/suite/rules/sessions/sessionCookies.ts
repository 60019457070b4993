import { requestRule } from "../../defineRules.ts";
import { readAddresses } from "../../snapshot/addresses.ts";

export const sessionCookies = requestRule(
  {
    id: "session-cookies",
    title: "A cookie that is set is HttpOnly and SameSite=Strict",
    section: "docs/panel-api.md#other-sites",
    remedy: "Set both attributes with every Set-Cookie.",
    occasion: "an address that can be read",
  },
  ["read"],
  async (context, expect) => {
    for (const { exchange } of await readAddresses(context)) {
      const cookies = exchange.headers.getSetCookie();
      const right = cookies.every(
        (one) => /;\s*httponly/i.test(one) && /;\s*samesite=strict/i.test(one),
      );
      expect(
        exchange,
        right,
        "Set-Cookie with HttpOnly and SameSite=Strict.",
        "Set-Cookie",
      );
    }
  },
);
