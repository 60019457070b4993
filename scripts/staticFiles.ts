import { digestText } from "../src/payload/index.ts";
import {
  buildPage,
  buildRevisions,
  type Language,
  languages,
  type Policy,
  policyText,
  renderAtom,
  renderHtml,
  renderJsonLd,
  renderMarkdown,
} from "../src/policy/index.ts";

/**
 * A policy for sites without Node, by file name: in each language a whole page, its article
 * alone, Markdown and JSON-LD; its revisions as a page and as a feed.
 */
export async function staticFiles(policy: Policy): Promise<ReadonlyMap<string, string>> {
  const files = await Promise.all(
    languages.map((language) => inLanguage(policy, language)),
  );
  return new Map(files.flat());
}

async function inLanguage(
  policy: Policy,
  language: Language,
): Promise<readonly (readonly [name: string, text: string])[]> {
  const page = buildPage(policy, language);
  const revisions = buildRevisions(policy, language);
  const alternateTo = (name: string) => ({
    alternateUrl: `policy.${otherThan(language)}.${name}`,
  });
  const file = (name: string) => `policy.${language}.${name}`;
  const digest = await digestText(policyText(policy, language));
  return [
    [file("html"), wholePage(language, "html", renderHtml(page, alternateTo("html")))],
    [file("fragment.html"), renderHtml(page)],
    [file("md"), renderMarkdown(page)],
    [file("jsonld"), renderJsonLd(policy, language, { digest })],
    [
      file("revisions.html"),
      wholePage(
        language,
        "revisions.html",
        renderHtml(revisions, alternateTo("revisions.html")),
      ),
    ],
    [
      file("atom"),
      renderAtom(policy, language, {
        feedUrl: file("atom"),
        pageUrl: file("revisions.html"),
      }),
    ],
  ];
}

function otherThan(language: Language): Language {
  return language === "de" ? "en" : "de";
}

/** A page of its own that needs what lies beside it alone, also under a strict CSP. */
function wholePage(language: Language, name: string, article: string): string {
  const other = otherThan(language);
  const [, title = ""] = /<h1>(.*)<\/h1>/.exec(article) ?? [];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="policy.css">
<link rel="alternate" hreflang="${other}" href="policy.${other}.${name}">
<link rel="alternate" type="application/atom+xml" href="policy.${language}.atom">
<link rel="privacy-policy" type="application/ld+json" href="policy.${language}.jsonld">
</head>
<body>
<main>
${article}</main>
</body>
</html>
`;
}
