import { join } from "node:path";
import { inject } from "vitest";
import { startStrictHost } from "../support/strictHost.ts";
import type { Person } from "./person.ts";

const page = `<!doctype html>
<html lang="de">
  <head>
    <meta charset="utf-8" />
    <title>Zwei Server</title>
    <link rel="icon" href="/icon" />
    <link rel="stylesheet" href="/elements/klartext.css" />
    <script type="module" src="/elements/index.js"></script>
  </head>
  <body>
    <klartext-privacy base-url="/one/privacy"></klartext-privacy>
    <klartext-privacy base-url="/two/privacy"></klartext-privacy>
  </body>
</html>`;

/** Decides in the first of two elements, each of a panel of its own; ends with the test. */
export async function decideInOneOfTwo(person: Person): Promise<void> {
  const host = await startStrictHost({
    pages: { "/": page },
    folders: { "/elements": join(inject("packageFolder"), "dist/elements") },
    panels: ["/one/privacy", "/two/privacy"],
  });
  await person.tab.goto(host.address);
  await person.seeThat(
    () => document.querySelectorAll("[role=switch]:not([aria-disabled])").length,
    4,
  );
  await person.click({ kind: "[role=switch]", name: "" });
  await person.seeThat(
    () =>
      [...document.querySelectorAll("klartext-privacy")].map(
        (one) =>
          one.querySelector<HTMLElement>("[data-kt=purpose] .kt-chip")?.dataset.status,
      ),
    ["granted", "undecided"],
  );
  await person.seeAllInPlace();
}
