import { html, raw } from "hono/html";
import {
  buildPage,
  type Language,
  type Policy,
  renderHtml,
} from "../../../src/policy/index.ts";
import { docsPaths, docsWords } from "./docsSite.ts";

/** A page of a documentation site with the policy in it: no script, one sheet. */
export function renderDocsPage(policy: Policy, language: Language) {
  const page = buildPage(policy, language);
  const words = docsWords[language];
  const other = language === "de" ? "en" : "de";
  const contents = [...page.sections, ...(page.older ? [page.older] : [])];
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} – ${words.site}</title>
<link rel="stylesheet" href="/docs/docs.css">
<link rel="alternate" hreflang="${other}" href="${docsPaths[other]}">
<link rel="privacy-policy" type="application/ld+json" href="${docsPaths[language]}.jsonld">
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header><p>${words.site}</p></header>
<div class="columns">
<nav aria-label="${words.chapters}">
<ul>
<li><a href="${docsPaths[language]}" aria-current="page">${page.title}</a></li>
<li><a href="${docsPaths[language]}.jsonld">${words.machineReadable}</a></li>
<li><a href="/">${words.panel}</a></li>
</ul>
</nav>
<nav class="contents" aria-labelledby="contents">
<p id="contents">${words.contents}</p>
<ul>
${contents.map(
  ({ anchor, heading }) => html`<li><a href="#policy-${anchor}">${heading}</a></li>
`,
)}</ul>
</nav>
<main id="content">
${raw(renderHtml(page, { alternateUrl: docsPaths[other] }))}</main>
</div>
<footer><p>${words.foot}</p></footer>
</body>
</html>
`;
}
