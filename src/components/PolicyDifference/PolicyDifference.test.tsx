import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { OverPanel } from "../../../test/support/OverPanel.tsx";
import { policyInForce } from "../../policy/demo/referencePolicy.ts";
import { createFakePanel } from "../../testing/index.ts";
import { PolicyDifference, type PolicyDifferenceProps } from "./PolicyDifference.tsx";

const first = policyInForce("2025-07-24");
const newest = policyInForce("2026-04-01");

function show(props: Partial<PolicyDifferenceProps> = {}) {
  render(
    <OverPanel panel={createFakePanel({ policy: newest })} policy={newest} language="en">
      <PolicyDifference
        before={first}
        after={newest}
        heading="What has changed"
        headingLevel={3}
        {...props}
      />
    </OverPanel>,
  );
  return within(screen.getByRole("region", { name: "What has changed" }));
}

const texts = (elements: readonly HTMLElement[]) =>
  elements.map(({ textContent }) => textContent);

test("tells what is new, item by item", () => {
  const region = show({ scopes: ["server-statistics"] });

  expect(texts(region.getAllByRole("listitem"))).toEqual([
    "NewProcessor architecture",
    "Newthe architecture of the processor",
  ]);
  expect(texts(region.getAllByRole("insertion"))).toHaveLength(2);
});

test("tells old and new words of a sentence, and which is which", () => {
  const region = show({ scopes: ["general"] });

  expect(texts(region.getAllByRole("deletion"))).toEqual([
    expect.stringMatching(/^Before: All data/),
  ]);
  expect(texts(region.getAllByRole("insertion"))).toEqual([
    "Now: All data are transmitted only over a TLS-encrypted connection (https).",
  ]);
});

test("tells what is no longer said", () => {
  const region = show({
    before: newest,
    after: first,
    scopes: ["server-statistics"],
  });

  expect(texts(region.getAllByRole("deletion"))).toContain("Processor architecture");
  expect(region.queryAllByRole("insertion")).toEqual([]);
});

test("says that nothing changed in sections where nothing did", () => {
  const region = show({ scopes: ["license"] });

  expect(region.getByText("These sections are unchanged.")).toBeDefined();
  expect(region.queryByRole("list")).toBeNull();
});

test("asks for nothing", () => {
  const region = show();

  expect(region.queryByRole("button")).toBeNull();
  expect(region.queryByRole("switch")).toBeNull();
});
