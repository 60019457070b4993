import { expect, test } from "vitest";
import { mapConcurrently } from "./mapConcurrently.ts";

/** Works that end when they are told to. */
function works() {
  const open = new Map<string, () => void>();
  let most = 0;
  const work = async (item: string) => {
    const ended = Promise.withResolvers<void>();
    open.set(item, ended.resolve);
    most = Math.max(most, open.size);
    await ended.promise;
    open.delete(item);
    return item.toUpperCase();
  };
  const end = async (item: string) => {
    await expect.poll(() => open.has(item)).toBe(true);
    open.get(item)?.();
  };
  return { work, end, isOpen: (item: string) => open.has(item), most: () => most };
}

const options = { limit: 2, mayOverlap: (item: string) => item !== "w" };

test("a few that may meet are worked on at a time, and told in their order", async () => {
  const { work, end, most } = works();
  const all = mapConcurrently(["a", "b", "c"], work, options);
  await end("b");
  await end("c");
  await end("a");

  expect(await all).toEqual(["A", "B", "C"]);
  expect(most()).toBe(2);
});

test("one that may not meet is alone", async () => {
  const { work, end, isOpen } = works();
  const all = mapConcurrently(["a", "w", "b"], work, options);
  await end("a");
  await expect.poll(() => isOpen("w")).toBe(true);
  expect([isOpen("a"), isOpen("b")]).toEqual([false, false]);
  await end("w");
  await end("b");

  expect(await all).toEqual(["A", "W", "B"]);
});

test("what one throws is thrown, and nothing is begun after it", async () => {
  const begun: string[] = [];
  const failing = async (item: string) => {
    begun.push(item);
    if (item === "b") throw new Error("b failed");
    return item;
  };

  await expect(mapConcurrently(["a", "b", "w", "c"], failing, options)).rejects.toThrow(
    "b failed",
  );
  expect(begun).toEqual(["a", "b"]);
});
