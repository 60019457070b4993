interface HostPage {
  readonly language?: "de" | "en";
  readonly title?: string;
  /** The addresses of its modules, in order. */
  readonly scripts: readonly string[];
  readonly body: string;
}

/** A page of a strict host: the library's sheet, some modules and a body. */
export function hostPage({
  language = "en",
  title = "Host",
  scripts,
  body,
}: HostPage): string {
  const modules = scripts.map((src) => `<script type="module" src="${src}"></script>`);
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <title>${title}</title>
    <link rel="icon" href="/icon" />
    <link rel="stylesheet" href="/elements/klartext.css" />
    ${modules.join("\n    ")}
  </head>
  <body>${body}</body>
</html>`;
}
