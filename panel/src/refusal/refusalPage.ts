import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { html } from "hono/html";
import { hostNamed } from "../../../src/panel/http/guard.ts";
import { lacksPort } from "../../../src/panel/http/guardProblemDetails.ts";
import type { Problem } from "../../../src/panel/rules/problem.ts";
import type { Language } from "../../../src/policy/index.ts";
import { languageOf } from "../languageOf.ts";
import { refusalWords as words } from "./refusalWords.ts";

/**
 * What the guard has turned down, as a page for the person who opened one: whole without any
 * other file, for none would be served. Nothing for whoever wants the problem document.
 */
export function refusalPage(
  context: Context,
  { problem }: Problem,
  origins: readonly string[],
): Response | Promise<Response> | undefined {
  const { req } = context;
  if (req.path.startsWith("/api/") || !wantsPage(context)) return undefined;
  const language = languageOf(context);
  const isHost = problem === "host-not-served";
  const host = hostNamed(req.raw);
  const { heading, why } = isHost ? words.host : words.site;
  const received = isHost
    ? shown("Host", host === "" ? null : host, language)
    : ["Sec-Fetch-Site", "Origin"].map((name) =>
        shown(name, req.raw.headers.get(name), language),
      );
  context.header("Content-Language", language);
  context.header("Cache-Control", "no-store");
  context.header("Vary", "Accept, Accept-Language");
  return context.html(
    html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${heading[language]}</title>
</head>
<body>
<main>
<h1>${heading[language]}</h1>
<p>${why[language]}</p>
${isHost && lacksPort(host, origins) ? html`<p><strong>${words.host.portMissing[language]}</strong></p>` : ""}
<dl>
<dt>${words.received[language]}</dt>
<dd>${received}</dd>
<dt>${words.addresses[language]}</dt>
${origins.map((origin) => html`<dd><a href="${origin}">${origin}</a></dd>`)}
</dl>
<h2>${words.remedies[language]}</h2>
<ul>
<li>${words.open[language]}</li>
<li>${words.proxy[language]} ${breakable("proxy_set_header Host $http_host;")}</li>
<li>${words.setting[language]} ${breakable("KLARTEXT_ORIGIN=https://panel.example")}</li>
</ul>
</main>
</body>
</html>
`,
    isHost ? 421 : 403,
  );
}

function wantsPage(context: Context): boolean {
  const page = "text/html";
  const document = "application/problem+json";
  return (
    accepts(context, {
      header: "Accept",
      supports: [page, document],
      default: document,
    }) === page
  );
}

/** A header's line, as much of it as can be read. */
function shown(name: string, value: string | null, language: Language) {
  return value === null
    ? html`<p>${breakable(name)} ${words.missing[language]}</p>`
    : html`<p>${breakable(`${name}: ${value.slice(0, 200)}`)}</p>`;
}

/** What may break anywhere, on a page that has no sheet. */
function breakable(code: string) {
  const pieces = code.match(/.{1,16}/gs) ?? [];
  return html`<code>${pieces.map((piece) => html`${piece}<wbr>`)}</code>`;
}
