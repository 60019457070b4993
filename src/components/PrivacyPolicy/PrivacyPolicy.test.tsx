import { render, screen, within } from "@testing-library/react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { policies } from "../../../test/fixtures/policies.ts";
import {
  readCommonMark,
  readMdx,
  wordsOf,
} from "../../../test/support/renderMarkdown.ts";
import { policyInForce } from "../../policy/demo/referencePolicy.ts";
import {
  buildPage,
  facts,
  languages,
  liveConfigPolicy,
  renderHtml,
  renderMarkdown,
} from "../../policy/index.ts";
import { PrivacyPolicy } from "./PrivacyPolicy.tsx";

describe.each(policies)("the policy of %s", (_, policy) => {
  test.each(languages)(
    "says the same words in %s as component, HTML and Markdown",
    (language) => {
      const page = buildPage(policy, language);
      const words = wordsOf(
        renderToStaticMarkup(<PrivacyPolicy policy={policy} language={language} />),
      );
      const markdown = renderMarkdown(page);

      expect(words.length).toBeGreaterThan(300);
      expect(words).toBe(wordsOf(renderHtml(page)));
      expect(words).toBe(wordsOf(readCommonMark(markdown)));
      expect(words).toBe(wordsOf(readMdx(markdown)));
    },
  );
});

test.each(languages)("has every fact of the built-in policy in %s", (language) => {
  const html = renderToStaticMarkup(
    <PrivacyPolicy policy={liveConfigPolicy()} language={language} />,
  );

  for (const anchor of Object.values(facts)) expect(html).toContain(`-${anchor}"`);
});

test("keeps an older revision readable, with what has changed since", () => {
  render(<PrivacyPolicy policy={policyInForce("2026-04-01")} language="en" />);
  const older = screen.getByRole("region", { name: "Earlier revisions" });
  const [newer, first] = within(older).getAllByRole("group");

  expect(newer?.querySelector("summary")?.textContent).toMatch(/^Revision 2026-03-01/);
  expect(first?.textContent).toContain("New: Processor architecture");
  expect(first?.textContent).toContain("All data is sent only over a TLS-encrypted");
});

test("leads to its sections, and says in a table what it says of each", () => {
  const { container } = render(
    <PrivacyPolicy policy={liveConfigPolicy()} language="en" />,
  );
  const contents = screen.getByRole("navigation", { name: "Contents" });
  const table = screen.getByRole("table", { name: "What is sent, in short" });

  for (const link of within(contents).getAllByRole<HTMLAnchorElement>("link")) {
    expect(container.querySelector(`[id="${link.hash.slice(1)}"]`)?.textContent).toBe(
      link.textContent,
    );
  }
  expect(
    within(table)
      .getAllByRole("rowheader")
      .map((it) => it.textContent),
  ).toEqual(["Licence/activation", "Crash reports", "Server statistics"]);
  expect(screen.getByText(/^Last updated:/).parentElement?.textContent).toBe(
    "Last updated: 24 July 2025",
  );
});

test("leaves the contents to the site", () => {
  render(<PrivacyPolicy policy={liveConfigPolicy()} language="en" contents={false} />);

  expect(screen.queryByRole("navigation")).toBeNull();
});

test("has no older revisions where there are none", () => {
  render(<PrivacyPolicy policy={liveConfigPolicy()} language="de" />);

  expect(screen.queryByRole("region", { name: "Frühere Fassungen" })).toBeNull();
});
