import { describe, expect, test, vi } from "vitest";
import { createLazy } from "./createLazy.ts";

describe("what is loaded later", () => {
  test("is not loaded before it is needed, and then once", async () => {
    const fetch = vi.fn(async () => "a part");
    const later = createLazy(fetch);
    expect(later.read()).toEqual({ status: "waiting" });
    expect(fetch).not.toHaveBeenCalled();

    await Promise.all([later.load(), later.load()]);
    await later.load();

    expect(fetch).toHaveBeenCalledOnce();
    expect(later.read()).toEqual({ status: "ready", value: "a part" });
  });

  test("is loaded anew after a failure, and says failed until then", async () => {
    const fetch = vi
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(new TypeError("Failed to fetch"))
      .mockResolvedValue("a part");
    const later = createLazy(fetch);
    await later.load();
    expect(later.read()).toEqual({ status: "failed" });

    const again = later.load();
    expect(later.read()).toEqual({ status: "failed" });
    await again;

    expect(later.read()).toEqual({ status: "ready", value: "a part" });
  });

  test("tells those who listen, and those alone", async () => {
    const later = createLazy(async () => "a part");
    const [stayed, left] = [vi.fn(), vi.fn()];
    later.subscribe(stayed);
    later.subscribe(left)();

    await later.load();

    expect(stayed).toHaveBeenCalledOnce();
    expect(left).not.toHaveBeenCalled();
  });
});
