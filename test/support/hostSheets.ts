/**
 * What hosts' sheets do to every page, each in as few rules as do it: to elements, to
 * attributes, to everything. Named after sheets that do it.
 */
export const hostSheets = {
  "PatternFly, Tailwind: elements are bare": `
    *, ::before, ::after { box-sizing: border-box; border: 0 solid #e5e7eb; }
    h1, h2, h3, p, ul, dl, dd, pre { margin: 0; padding: 0; font: inherit; }
    ul { list-style: none; }
    button, input, [type="button"] {
      margin: 0; padding: 0; font: inherit; color: inherit;
      background: transparent; border-radius: 0; appearance: button;
    }
    summary { display: list-item; }`,
  "Pico: buttons are filled, switches drawn": `
    button { inline-size: 100%; margin-block-end: 1rem; color: #fff; background: #0172ad; border: 1px solid #0172ad; }
    label:has([type="checkbox"]), label { display: block; cursor: pointer; }
    [type="checkbox"][role="switch"] { inline-size: 2.25em; block-size: 1.25em; border: 3px solid #eee; background: #eee; }
    [type="checkbox"][role="switch"]:not([aria-invalid])::before { inline-size: 1em; background: #fff; content: ""; }
    dl dt, summary::after { content: ""; float: inline-end; }
    pre, code { background: #f3f5f7; padding: 1rem; }`,
  "Bulma, Meyer: everything named is flat": `
    div, span, h1, h2, h3, p, pre, a, code, del, ins, mark, dl, dt, dd, ul, li, label, table, th, td, details, summary, section, header, button {
      margin: 0; padding: 0; border: 0; font: inherit; vertical-align: baseline;
    }
    button { appearance: none; background: none; }`,
  "Vite's template, old panels: ids": `
    #host { text-align: center; text-transform: uppercase; letter-spacing: 2px; }
    #host p, #host li { margin: 0 0 10px; }
    #host button { padding: 0; text-transform: uppercase; border: 0; background: #dd4b39; }
    #host td { padding: 0; border: 0; }`,
  "a line of their own: margin and font": "* { margin: 0; padding: 0; font: inherit; }",
  "a line of their own: everything unset":
    "*, *::before, *::after { all: unset; } head, style { display: none; }",
} as const;

/** Bootstrap 3 and whoever counts in tenths: a `rem` is 10 px, text is not. */
export const smallRoot = "html { font-size: 10px; } body { font-size: 14px; }";
