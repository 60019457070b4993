import { expect, test, vi } from "vitest";
import { createPauses } from "./createPauses.ts";
import { PanelUnreachable } from "./errors.ts";

const failure = new PanelUnreachable("It failed.");
const never = () => new Promise<void>(() => {});

test("who asks while an attempt is under way has the next one follow it at once", async () => {
  const wait = vi.fn(never);
  const { pause, wake } = createPauses(wait);
  wake("asked");

  expect(await pause(1, failure)).toBe("asked");

  void pause(2, failure);
  expect(wait).toHaveBeenCalledOnce();
});

test("what falls due meanwhile takes nothing away from who has asked", async () => {
  const { pause, wake } = createPauses(vi.fn(never));
  wake("asked");
  wake("due");

  expect(await pause(1, failure)).toBe("asked");
});

test("what was asked for an earlier wish does not hasten another one", () => {
  const wait = vi.fn(never);
  const { pause, wake } = createPauses(wait);
  wake("asked");

  void pause(0, failure);

  expect(wait).toHaveBeenCalledOnce();
});

test("who asks during a pause ends that one, and not the next", async () => {
  const wait = vi.fn(never);
  const { pause, wake } = createPauses(wait);
  const first = pause(1, failure);
  wake("asked");
  expect(await first).toBe("asked");

  void pause(2, failure);

  expect(wait).toHaveBeenCalledTimes(2);
});
