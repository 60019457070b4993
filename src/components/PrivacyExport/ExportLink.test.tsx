import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { settledCard } from "../../../test/elements.ts";
import { policyInForce } from "../../policy/demo/referencePolicy.ts";
import { createFakePanel } from "../../testing/index.ts";
import { PrivacyCenter } from "../PrivacyCenter/PrivacyCenter.tsx";

const policy = policyInForce("2025-07-24");
const linkName = "Export for data protection officers";

function open() {
  const { fetch } = createFakePanel({ policy });
  render(<PrivacyCenter policy={policy} language="en" fetch={fetch} />);
}

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
});

test("one click in the page's header unfolds the export, and its button is the next stop", async () => {
  open();
  await settledCard();

  await userEvent.click(screen.getByRole("link", { name: linkName }));

  const button = await screen.findByRole("button", { name: "Save as JSON file" });
  expect(document.activeElement).toBe(
    screen.getByText(linkName, { selector: "summary" }),
  );
  await userEvent.tab();
  expect(document.activeElement).toBe(button);
});

test("the link stands beside the policy's, once there is something to export", async () => {
  open();
  expect(screen.queryByRole("link", { name: linkName })).toBeNull();
  await settledCard();

  const [policyLink, exportLink] = screen.getAllByRole("link");
  expect(policyLink?.textContent).toMatch(/^Privacy policy/);
  expect(exportLink?.textContent).toBe(linkName);
  expect(exportLink?.parentElement).toBe(policyLink?.parentElement);
});
