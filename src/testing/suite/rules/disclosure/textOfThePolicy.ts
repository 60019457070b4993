import { digestText } from "../../../../payload/digest.ts";
import { languages } from "../../../../policy/language.ts";
import { policyText } from "../../../../policy/policyText.ts";
import { stateRule } from "../../defineRules.ts";
import { NotTried } from "../../notTried.ts";

export const textOfThePolicy = stateRule(
  {
    id: "text-of-the-policy",
    title: "The texts are those of the policy that is tested with, to the byte",
    section: "docs/panel-api.md#texts-and-digests",
    remedy:
      "Ship the bytes that policyText makes; test with your own policy by --config.",
    occasion: "a policy that can be read (GET /policy answers 200)",
  },
  async ({ policy: { exchange, value } }, expect, { contract }) => {
    if (!value) return;
    const made = await Promise.all(
      languages.map((language) => digestText(policyText(contract.policy, language))),
    );
    const told = languages.map((language) => value.texts[language].digest);
    if (told.every((digest, at) => digest !== made[at])) {
      // Another name of a vendor is another text of the same revision.
      throw new NotTried(
        "The panel's texts are not those of the policy that is tested with; give yours by --config.",
      );
    }
    expect(exchange, told.join() === made.join(), `The digests ${made.join(" and ")}.`);
  },
);
