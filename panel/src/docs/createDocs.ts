import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Hono } from "hono";
import { digestText } from "../../../src/payload/index.ts";
import {
  languages,
  type Policy,
  policyText,
  renderJsonLd,
} from "../../../src/policy/index.ts";
import { docsPaths } from "./docsSite.ts";
import { renderDocsPage } from "./renderDocsPage.ts";

const styles = join(import.meta.dirname, "../../../src/styles");

/** The sheets of the library for a policy, with those of this site. */
const sheets = [
  join(import.meta.dirname, "docs.css"),
  join(styles, "policyText.css"),
  join(import.meta.dirname, "text.css"),
  join(styles, "policyPrint.css"),
  join(import.meta.dirname, "print.css"),
];

/** The documentation: the policy in each language, for people and for machines. */
export function createDocs(policy: Policy): Hono {
  const docs = new Hono();
  const sheet = sheets.map((path) => readFileSync(path, "utf8")).join("\n");
  docs.get("/docs/docs.css", (context) =>
    context.body(sheet, 200, { "Content-Type": "text/css; charset=utf-8" }),
  );
  for (const language of languages) {
    const path = docsPaths[language];
    docs.get(path, (context) => {
      context.header("Content-Language", language);
      return context.html(renderDocsPage(policy, language));
    });
    docs.get(`${path}.jsonld`, async (context) => {
      const digest = await digestText(policyText(policy, language));
      return context.body(renderJsonLd(policy, language, { digest }), 200, {
        "Content-Type": "application/ld+json",
        "Content-Language": language,
      });
    });
  }
  return docs;
}
