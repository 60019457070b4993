import { renderHook } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { useFirstSeen } from "./useFirstSeen.ts";

afterEach(() => vi.useRealTimers());

test("what was read after the first value, and before it was shown, was read with it", () => {
  vi.useFakeTimers({ now: 3_000 });
  const { result } = renderHook(() => useFirstSeen(7, 1_000));

  expect(result.current).toBe(1_000);
});

test("another value is seen when it comes, whenever the state was read", () => {
  vi.useFakeTimers({ now: 3_000 });
  const { result, rerender } = renderHook(({ value }) => useFirstSeen(value, 1_000), {
    initialProps: { value: 7 },
  });
  rerender({ value: 8 });
  vi.setSystemTime(9_000);
  rerender({ value: 8 });

  expect(result.current).toBe(3_000);
});
