import { digest, digestPath } from "../../../../payload/digest.ts";
import { languages } from "../../../../policy/language.ts";
import type { ContractRule } from "../../contractRule.ts";
import { expectMediaType, expectStatus, expectThat } from "../../expectations.ts";
import { readPolicy } from "../../panelReading.ts";

export const policyTextDigests: ContractRule = {
  id: "policy-text-digests",
  title: "Each text lies at its address, open to all, and hashes to the stated digest",
  section: "docs/panel-api.md#texts-and-digests",
  remedy:
    "Serve the bytes of each text as they were hashed, at policy/texts/ and their digest in base64url.",
  needs: ["read"],
  async check(context) {
    const { exchange, policy } = await readPolicy(context);
    for (const language of languages) {
      const { digest: stated, href } = policy.texts[language];
      const expected = `policy/texts/${digestPath(stated)}`;
      expectThat(exchange, href === expected, `${language}: href ${expected}.`);
      const text = await context.get(href, { session: "none" });
      expectStatus(text, 200);
      expectMediaType(text, "text/markdown");
      const found = await digest(text.bytes);
      expectThat(text, found === stated, `A text whose SHA-256 is ${stated}.`);
    }
  },
};
