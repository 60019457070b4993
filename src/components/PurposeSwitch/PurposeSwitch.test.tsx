import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import { WordsProvider } from "../../hooks/WordsProvider.tsx";
import { createWords } from "../../i18n/createWords.ts";
import { PurposeSwitch, type PurposeSwitchProps } from "./PurposeSwitch.tsx";

function renderSwitch(props: Partial<PurposeSwitchProps> = {}) {
  const onCheckedChange = vi.fn();
  render(
    <WordsProvider words={createWords("en")}>
      <PurposeSwitch
        label="Send server statistics"
        checked={false}
        onCheckedChange={onCheckedChange}
        {...props}
      />
    </WordsProvider>,
  );
  return { onCheckedChange, toggle: screen.getByRole("switch") };
}

describe("the switch of a purpose", () => {
  test.each([" ", "{Enter}"])("is turned by the key %j", async (key) => {
    const { onCheckedChange, toggle } = renderSwitch();
    toggle.focus();

    await userEvent.keyboard(key);

    expect(onCheckedChange).toHaveBeenCalledExactlyOnceWith(true);
  });

  test("keeps its name, whatever its state", () => {
    renderSwitch({ checked: true, busy: true });

    expect(
      screen.getByRole("switch", { name: "Send server statistics", checked: true }),
    ).toBeDefined();
  });

  test("stays where the panel's state is until the host says otherwise", async () => {
    const { toggle } = renderSwitch();

    await userEvent.click(toggle);

    expect(toggle).toHaveProperty("checked", false);
  });

  test("is never disabled, so that the focus stays, and does nothing while inactive", async () => {
    const { onCheckedChange, toggle } = renderSwitch({ inactive: true });
    toggle.focus();

    await userEvent.keyboard(" ");

    expect(document.activeElement).toBe(toggle);
    expect(toggle).toHaveProperty("disabled", false);
    expect(onCheckedChange).not.toHaveBeenCalled();
  });

  describe("is described", () => {
    const described = (description?: string) => (
      <WordsProvider words={createWords("en")}>
        <PurposeSwitch
          {...{ label: "Send server statistics", checked: false, description }}
          onCheckedChange={vi.fn()}
        />
      </WordsProvider>
    );

    test("as it is when a person comes to it", async () => {
      const { rerender } = render(described("Sending is locked."));
      rerender(described("The data has changed."));

      await userEvent.tab();

      expect(descriptionOf(screen.getByRole("switch"))).toBe("The data has changed.");
    });

    test("by the same words while it has the focus, whatever happens", async () => {
      const { rerender } = render(described("Sending is locked."));
      await userEvent.tab();

      rerender(described("The data has changed."));
      expect(descriptionOf(screen.getByRole("switch"))).toBe("Sending is locked.");
      rerender(described());

      expect(descriptionOf(screen.getByRole("switch"))).toBe("Sending is locked.");
    });

    test("by nothing new while it has the focus", async () => {
      const { rerender } = render(described());
      await userEvent.tab();

      rerender(described("The data has changed."));

      expect(screen.getByRole("switch").hasAttribute("aria-describedby")).toBe(false);
    });

    test("anew as soon as the focus leaves", async () => {
      const { rerender } = render(described("Sending is locked."));
      await userEvent.tab();
      rerender(described("The data has changed."));

      await userEvent.tab();

      expect(descriptionOf(screen.getByRole("switch"))).toBe("The data has changed.");
    });
  });

  test("takes a double click for one activation", async () => {
    vi.spyOn(Event.prototype, "timeStamp", "get").mockReturnValue(1_000);
    const { onCheckedChange, toggle } = renderSwitch();

    await userEvent.dblClick(toggle);

    expect(onCheckedChange).toHaveBeenCalledOnce();
  });
});

/** What is said of an element after its name. */
function descriptionOf(element: HTMLElement): string | null | undefined {
  return document.getElementById(element.getAttribute("aria-describedby") ?? "")
    ?.textContent;
}
