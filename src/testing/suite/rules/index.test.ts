import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contractRules } from "./index.ts";

/** The anchors of a document's headings, as GitHub makes them. */
function anchorsOf(file: string): readonly string[] {
  const text = readFileSync(new URL(`../../../../${file}`, import.meta.url), "utf8");
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, "")
      .replace(/\s/g, "-"),
  );
}

test.each(contractRules.map(({ id, section, remedy }) => [id, section, remedy] as const))(
  "%s names a section that there is, and a remedy in a sentence",
  (_id, section = "", remedy) => {
    const [file = "", anchor = ""] = section.split("#");

    expect(anchorsOf(file)).toContain(anchor);
    expect(remedy).toMatch(/^[A-Za-z].*\.$/s);
  },
);
