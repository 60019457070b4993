import { requestRule } from "../../defineRules.ts";
import { isOpen, readable } from "../../snapshot/addresses.ts";

export const policyForEverybody = requestRule(
  {
    id: "policy-for-everybody",
    title: "The policy and its texts are the same for everybody",
    section: "docs/panel-api.md#the-requests",
    remedy: "Ask for no session at these addresses, and tell each the same.",
    occasion: "a policy that can be read (GET /policy answers 200)",
  },
  ["read"],
  async (context, expect) => {
    for (const { path, exchange } of (await readable(context)).filter(isOpen)) {
      const stranger = await context.get(path, { session: "none" });
      expect(
        stranger,
        stranger.status === 200 && stranger.text === exchange.text,
        "The same as with a session.",
      );
    }
  },
);
