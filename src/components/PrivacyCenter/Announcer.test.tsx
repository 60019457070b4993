import { act, render, screen } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { useAnnounce } from "../../hooks/useAnnounce.ts";
import { Announcer } from "./Announcer.tsx";

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

function Failing() {
  const announce = useAnnounce();
  const fail = () => {
    for (const one of ["Being given.", "Being checked.", "An error."]) announce(one);
  };
  return (
    <button type="button" onClick={fail}>
      Give
    </button>
  );
}

test("three announcements at once come into the region one after the other", () => {
  render(
    <Announcer language="en">
      <Failing />
    </Announcer>,
  );
  const region = () =>
    [...document.querySelectorAll("[data-kt=announcements] p")].map(
      ({ textContent }) => textContent,
    );
  act(() => screen.getByRole("button").click());
  expect(region()).toEqual(["Being given."]);
  act(() => vi.advanceTimersByTime(250));
  expect(region()).toEqual(["Being given.", "Being checked."]);
  act(() => vi.advanceTimersByTime(250));
  expect(region()).toEqual(["Being given.", "Being checked.", "An error."]);
  act(() => vi.advanceTimersByTime(10_000));
  expect(region()).toEqual([]);
});
