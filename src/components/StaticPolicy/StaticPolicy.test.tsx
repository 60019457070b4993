import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { policyInForce } from "../../policy/demo/referencePolicy.ts";
import { languages } from "../../policy/index.ts";
import { PrivacyPolicy } from "../PrivacyPolicy/index.ts";
import { StaticPolicy } from "./StaticPolicy.tsx";

const policy = policyInForce("2026-04-01");
const withoutAnchors = (html: string) =>
  html.replaceAll(/ (id|href|aria-labelledby)="[^"]*"/g, "");

test.each(languages)("renders in %s the very elements of PrivacyPolicy", (language) => {
  const props = { policy, language, headingLevel: 2, contents: false } as const;
  const own = renderToStaticMarkup(<StaticPolicy {...props} />);

  expect(own).toContain("<h2>");
  expect(withoutAnchors(own)).toBe(
    withoutAnchors(renderToStaticMarkup(<PrivacyPolicy {...props} />)),
  );
});

test("stands twice on a page under other anchors", () => {
  const props = { policy, language: "de" } as const;
  const ids = [
    renderToStaticMarkup(<StaticPolicy {...props} />),
    renderToStaticMarkup(<StaticPolicy {...props} idPrefix="second-" />),
  ].flatMap((html) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));

  expect(ids).toContain("policy-crash-reports");
  expect(ids).toContain("second-crash-reports");
  expect(new Set(ids).size).toBe(ids.length);
});
