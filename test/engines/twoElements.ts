import { join } from "node:path";
import { inject } from "vitest";
import { hostPage } from "../support/hostPage.ts";
import { startStrictHost } from "../support/strictHost.ts";
import type { Person } from "./person.ts";

const panels = ["/one/privacy", "/two/privacy"];

const page = hostPage({
  language: "de",
  title: "Zwei Server",
  scripts: ["/elements/index.js"],
  body: panels
    .map((panel) => `<klartext-privacy base-url="${panel}"></klartext-privacy>`)
    .join(""),
});

/** Decides in the first of two elements, each of a panel of its own; ends with the test. */
export async function decideInOneOfTwo(person: Person): Promise<void> {
  const host = await startStrictHost({
    pages: { "/": page },
    folders: { "/elements": join(inject("packageFolder"), "dist/elements") },
    panels,
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
