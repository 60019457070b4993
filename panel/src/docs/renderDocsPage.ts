import { html, raw } from "hono/html";
import {
  buildPage,
  type Language,
  type Policy,
  renderHtml,
} from "../../../src/policy/index.ts";
import { docsNames, docsWords } from "./docsSite.ts";

/** A page of a documentation site with the policy in it: no script, one sheet, every link relative. */
export function renderDocsPage(policy: Policy, language: Language) {
  const page = buildPage(policy, language);
  const words = docsWords[language];
  const other = language === "de" ? "en" : "de";
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title} – ${words.site}</title>
<link rel="stylesheet" href="docs.css">
<link rel="alternate" hreflang="${other}" href="${docsNames[other]}">
<link rel="privacy-policy" type="application/ld+json" href="${docsNames[language]}.jsonld">
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header><p>${words.site}</p></header>
<div class="columns">
<nav aria-label="${words.chapters}">
<ul>
<li><a href="${docsNames[language]}" aria-current="page">${page.title}</a></li>
<li><a href="${docsNames[language]}.jsonld">${words.machineReadable}</a></li>
<li><a href="../">${words.panel}</a></li>
</ul>
</nav>
<nav class="contents" aria-labelledby="contents">
<p id="contents">${words.contents}</p>
<ul>
${page.contents.entries.map(
  ({ anchor, heading }) => html`<li><a href="#policy-${anchor}">${heading}</a></li>
`,
)}</ul>
</nav>
<main id="content">
${raw(renderHtml(page, { contents: false, alternateUrl: docsNames[other] }))}</main>
</div>
<footer><p>${words.foot}</p></footer>
</body>
</html>
`;
}
