import { expect, test } from "vitest";
import { createMemoryStore } from "./memoryStore.ts";

const purpose = "server-statistics";

test("a store goes on from what another held, and changes nothing in it", async () => {
  const first = createMemoryStore();
  const state = { decision: "granted" };
  first.changeNow(purpose, () => ({ result: undefined, state }));
  const held = first.memory();

  const second = createMemoryStore({ memory: held });
  expect({ ...second.readNow(), now: null }).toEqual({ ...first.readNow(), now: null });
  second.changeNow(purpose, () => ({ result: undefined, state: null }));

  expect(first.memory()).toBe(held);
  expect(first.readNow().purposes[purpose]?.state).toEqual(state);
  expect(second.readNow().store.counter).toBe(held.store.counter + 1);
});
