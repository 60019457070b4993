import { QueryClient } from "@tanstack/react-query";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { settledCard } from "../../../test/elements.ts";
import { alertText } from "../../../test/support/alerts.ts";
import { liveConfigPolicy } from "../../policy/index.ts";
import { createFakePanel } from "../../testing/index.ts";
import { PrivacyCenter, type PrivacyCenterProps } from "./PrivacyCenter.tsx";

const policy = liveConfigPolicy();

const centre = (props: Partial<PrivacyCenterProps>) => (
  <PrivacyCenter policy={policy} language="en" {...props} />
);

afterEach(() => vi.useRealTimers());

test("the headers and the fetch that a host gave last carry the next request", async () => {
  const panel = createFakePanel({ policy });
  const [before, after] = [vi.fn(panel.fetch), vi.fn(panel.fetch)];
  const { rerender } = render(centre({ fetch: before, headers: { "X-CSRF": "1" } }));
  const card = await settledCard();
  const toggle = card.toggle();
  const asked = before.mock.calls.length;

  rerender(centre({ fetch: after, headers: async () => ({ "X-CSRF": "2" }) }));
  await userEvent.click(toggle);
  await waitFor(() => expect(card.toggle().checked).toBe(true));

  expect(card.toggle()).toBe(toggle);
  expect(before).toHaveBeenCalledTimes(asked);
  const written = panel.requests.find(({ method }) => method === "PUT");
  expect(written?.headers.get("X-CSRF")).toBe("2");
});

test("options that are made anew each time the host renders change nothing", async () => {
  const panel = createFakePanel({ policy });
  const anew = () =>
    centre({
      fetch: (...request) => panel.fetch(...request),
      headers: {},
      queryClient: new QueryClient(),
    });
  const { rerender } = render(anew());
  const card = await settledCard();
  const [toggle, bytes] = [card.toggle(), card.bytesShown()];
  const asked = panel.requests.length;

  rerender(anew());

  expect([card.toggle(), card.bytesShown()]).toEqual([toggle, bytes]);
  expect(panel.requests).toHaveLength(asked);
});

test("a fetch that is mended is believed once it is asked again", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  vi.spyOn(console, "error").mockImplementation(() => {});
  const panel = createFakePanel({ policy });
  const fetch = (async () => "{}") as unknown as typeof globalThis.fetch;
  const { rerender } = render(centre({ fetch }));
  await waitFor(() => expect(alertText()).toContain("as they came"));

  rerender(centre({ fetch: panel.fetch }));
  await act(() => vi.advanceTimersByTimeAsync(30_000));

  await waitFor(() => expect(screen.getAllByRole("switch")).toHaveLength(2));
  await waitFor(() => expect(alertText()).toBe(""));
});
