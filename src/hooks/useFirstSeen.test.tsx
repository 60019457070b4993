import { renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useFirstSeen } from "./useFirstSeen.ts";

beforeEach(() => void vi.useFakeTimers({ now: 3_000 }));
afterEach(() => void vi.useRealTimers());

test("a value that was known before it was shown was seen then", () => {
  const { result } = renderHook(() => useFirstSeen(7, { value: 7, at: 1_000 }));

  expect(result.current).toBe(1_000);
});

test.each([undefined, { value: 6, at: 1_000 }])(
  "a value that was not known before is seen when it is shown, here beside %j",
  (known) => {
    const { result } = renderHook(() => useFirstSeen(7, known));

    expect(result.current).toBe(3_000);
  },
);

test("another value is seen when it comes", () => {
  const { result, rerender } = renderHook(
    ({ value }) => useFirstSeen(value, { value: 7, at: 1_000 }),
    { initialProps: { value: 7 } },
  );
  rerender({ value: 8 });
  vi.setSystemTime(9_000);
  rerender({ value: 8 });

  expect(result.current).toBe(3_000);
});
