import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import * as z from "zod/mini";
import { announcement } from "../../../test/elements.ts";
import { alertText } from "../../../test/support/alerts.ts";
import { OverPanel } from "../../../test/support/OverPanel.tsx";
import { savedFile } from "../../../test/support/savedFile.ts";
import { privacyExport } from "../../contract/index.ts";
import { liveConfigPolicy } from "../../policy/index.ts";
import { createFakePanel, people } from "../../testing/index.ts";
import { PrivacyExport } from "./PrivacyExport.tsx";

const policy = liveConfigPolicy();

async function show() {
  const panel = createFakePanel({ policy });
  panel.decideAs(people.admin, "server-statistics", "grant");
  panel.decideAs(people.admin, "server-statistics", "withdraw");
  const file = savedFile();
  const { unmount } = render(
    <OverPanel panel={panel} policy={policy} language="en">
      <PrivacyExport id="export" />
    </OverPanel>,
  );
  await userEvent.click(screen.getByText("Export for data protection officers"));
  const button = await screen.findByRole("button", { name: "Save as JSON file" });
  return { panel, file, button, unmount };
}

test("reads nothing before it is asked to", async () => {
  expect((await show()).panel.requests).toEqual([]);
});

test("saves one file with everything in it, and says so", async () => {
  const { file, button } = await show();

  await userEvent.click(button);

  await waitFor(() =>
    expect(file.name()).toMatch(/^klartext-export-\d{4}-\d\d-\d\d\.json$/),
  );
  const saved = await file.json();
  expect(z.parse(privacyExport, saved)).toEqual(saved);
  expect(saved.receipts).toHaveLength(2);
  expect(announcement()).toMatch(/passed to the browser/);
});

test("tells how far it is, and is not started twice", async () => {
  const { panel, file, button } = await show();
  const isReceipt = ({ path }: { path: string | undefined }) =>
    path?.startsWith("/receipts") ?? false;
  const held = panel.fault({ type: "held", moment: "answer", on: isReceipt });

  await userEvent.click(button);
  expect(await screen.findByText("5 of 7 read")).toBeDefined();
  expect(button.getAttribute("aria-busy")).toBe("true");
  const count = panel.requests.length;
  await userEvent.click(button);
  expect(panel.requests).toHaveLength(count);
  held.release();

  await waitFor(() => expect(file.name()).not.toBe(""));
  expect(button.getAttribute("aria-busy")).toBeNull();
});

test("that fails saves nothing, says what to do, and can be started again", async () => {
  const { panel, file, button } = await show();
  panel.fault({ type: "dropped", moment: "answer" });

  await userEvent.click(button);

  await waitFor(() =>
    expect(alertText()).toMatch(/does not answer.*Nothing was saved.*Try again/),
  );
  expect(file.name()).toBe("");
  await userEvent.click(button);
  await waitFor(() => expect(file.name()).not.toBe(""));
  expect(alertText()).toBe("");
});

test("says beside the button that the file is not for the vendor, and why", async () => {
  await show();

  expect(screen.getByText(/^Not for the vendor: by the checksums/)).toBeDefined();
});

test("that the browser does not save says so, and can be started again", async () => {
  const { file, button } = await show();
  vi.spyOn(URL, "createObjectURL").mockImplementationOnce(() => {
    throw new TypeError("no URLs here");
  });

  await userEvent.click(button);

  await waitFor(() => expect(alertText()).toMatch(/browser did not take the file/));
  expect(button.getAttribute("aria-busy")).toBeNull();
  await userEvent.click(button);
  await waitFor(() => expect(file.name()).not.toBe(""));
});

test("ends with the page", async () => {
  const { panel, file, button, unmount } = await show();
  const held = panel.fault({ type: "held", moment: "answer" });

  await userEvent.click(button);
  unmount();
  held.release();
  await new Promise((resolve) => setTimeout(resolve, 10));

  expect(panel.requests).toHaveLength(1);
  expect(file.name()).toBe("");
});
