import { describe, expect, test } from "vitest";
import type { BrowserMemory } from "./browserMemory.ts";
import { createDecisionSender, type DecisionForm } from "./createDecisionSender.ts";
import { ForeignAnswer, PanelProblem, PanelUnreachable } from "./errors.ts";

const blocked = new ForeignAnswer("blocked", 403);

/** Sends over a way on which each form ends as it is said. */
function sender(ends: Partial<Record<DecisionForm, Error>>, remembered?: DecisionForm) {
  let kept = remembered;
  const memory: BrowserMemory<DecisionForm> = {
    read: () => kept,
    write: (form) => {
      kept = form;
      return true;
    },
    clear: () => {},
  };
  const tried: DecisionForm[] = [];
  const send = createDecisionSender(memory);
  return {
    tried,
    kept: () => kept,
    ends,
    send: () =>
      send(async (form) => {
        tried.push(form);
        const end = ends[form];
        if (end) throw end;
        return form;
      }),
  };
}

describe("a decision", () => {
  test("goes by its own method, where that passes", async () => {
    const { send, tried, kept } = sender({});

    expect(await send()).toBe("methods");
    expect([tried, kept()]).toEqual([["methods"], undefined]);
  });

  test("goes by POST, and stays with it, where its method is blocked", async () => {
    const { send, tried, kept } = sender({ methods: blocked });

    expect([await send(), await send()]).toEqual(["post", "post"]);
    expect([tried, kept()]).toEqual([["methods", "post", "post"], "post"]);
  });

  test("stays with POST over a reload, and goes back where POST is blocked", async () => {
    const { send, tried, kept } = sender({ post: blocked }, "post");

    expect(await send()).toBe("methods");
    expect([tried, kept()]).toEqual([["post", "methods"], "methods"]);
  });

  test.each([
    new PanelUnreachable(new TypeError("dropped")),
    new ForeignAnswer("session-over", 401),
    new ForeignAnswer("gateway", 502),
    new PanelProblem("not-permitted", 403),
    new PanelProblem("decision-changed", 412),
  ])("goes by no other form after %s", async (error) => {
    const { send, tried } = sender({ methods: error });

    await expect(send()).rejects.toBe(error);
    expect(tried).toEqual(["methods"]);
  });

  test("that the panel itself turns down in the other form has passed", async () => {
    const no = new PanelProblem("policy-changed", 409);
    const { send, kept } = sender({ methods: blocked, post: no });

    await expect(send()).rejects.toBe(no);
    expect(kept()).toBe("post");
  });

  test.each([
    new ForeignAnswer("blocked", 403),
    new PanelUnreachable(new TypeError("dropped")),
    // A panel without this form says that there is nothing.
    new PanelProblem("not-found", 404),
  ])("that is blocked, and in the other form ends with %s, is blocked", async (error) => {
    const { send, kept } = sender({ methods: blocked, post: error });

    await expect(send()).rejects.toBe(blocked);
    expect(kept()).toBeUndefined();
  });
});
