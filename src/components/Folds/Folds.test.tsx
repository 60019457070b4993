import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { OverPanel } from "../../../test/support/OverPanel.tsx";
import { liveConfigPolicy } from "../../policy/index.ts";
import { createFakePanel } from "../../testing/index.ts";
import { Folds } from "./Folds.tsx";

const policy = liveConfigPolicy();
const panel = createFakePanel({ policy });

function show() {
  render(
    <OverPanel panel={panel} policy={policy} language="en">
      <Folds
        heading="Crash reports"
        folds={[
          {
            id: "log",
            label: "Sent",
            content: (isOpen) => (
              <>
                <p>{isOpen ? "It is open" : "It is folded"}</p>
                <input aria-label="Page" />
              </>
            ),
          },
          {
            id: "wording",
            label: "Wording",
            isPrinted: true,
            content: () => <p>The policy</p>,
          },
        ]}
      />
    </OverPanel>,
  );
  const button = (name: string) => screen.getByRole("button", { name });
  const panelOf = (name: string) => {
    const found = document.getElementById(
      button(name).getAttribute("aria-controls") ?? "",
    );
    if (!found) throw new Error(`"${name}" controls nothing.`);
    return found;
  };
  return { button, panelOf };
}

test("each button is named after what it unfolds and what it is of", () => {
  show();

  expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toEqual([
    "Sent: Crash reports",
    "Wording: Crash reports",
  ]);
});

test("a button says whether its own panel is open, and no other", () => {
  const { button } = show();
  const sent = button("Sent: Crash reports");
  const wording = button("Wording: Crash reports");

  fireEvent.click(sent);
  expect(sent.getAttribute("aria-expanded")).toBe("true");
  expect(wording.getAttribute("aria-expanded")).toBe("false");

  fireEvent.click(wording);
  fireEvent.click(sent);
  expect(sent.getAttribute("aria-expanded")).toBe("false");
  expect(wording.getAttribute("aria-expanded")).toBe("true");
});

test("what is folded is made when it is first opened, unless it is printed", () => {
  const { button, panelOf } = show();

  expect(panelOf("Sent: Crash reports").childElementCount).toBe(0);
  expect(panelOf("Wording: Crash reports").textContent).toBe("The policy");

  fireEvent.click(button("Sent: Crash reports"));
  expect(panelOf("Sent: Crash reports").textContent).toBe("It is open");
});

test("what was opened is kept when it is folded again, and is told so", () => {
  const { button, panelOf } = show();
  const sent = button("Sent: Crash reports");
  fireEvent.click(sent);
  const field = screen.getByRole("textbox", { name: "Page" });
  fireEvent.change(field, { target: { value: "2" } });

  fireEvent.click(sent);
  expect(panelOf("Sent: Crash reports").textContent).toBe("It is folded");

  fireEvent.click(sent);
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Page" })).toBe(field);
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Page" }).value).toBe("2");
});

test("a panel comes right after its button, for who reads in order", () => {
  const { button, panelOf } = show();

  for (const name of ["Sent: Crash reports", "Wording: Crash reports"]) {
    expect(button(name).nextElementSibling).toBe(panelOf(name));
  }
});
