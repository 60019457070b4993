import * as z from "zod/mini";
import { type BrowserMemory, browserMemory } from "./browserMemory.ts";
import { ForeignAnswer, PanelProblem } from "./errors.ts";

/**
 * How decisions are sent: by `PUT` and `DELETE`, or by `POST`, where a firewall lets no
 * other method pass (the Core Rule Set's own list is GET, HEAD, POST and OPTIONS).
 */
export type DecisionForm = "methods" | "post";

/** Remembers which form passes, for as long as the browser's tab is open. */
export function keepForm(
  baseUrl: string,
  storage?: Storage,
): BrowserMemory<DecisionForm> {
  const schema = z.enum(["methods", "post"]);
  return browserMemory("sessionStorage", `klartext:form:${baseUrl}`, schema, storage);
}

/**
 * Sends a decision in the form that passes. The other one is tried when, and only when, a
 * method was blocked on the way; it is remembered once the panel itself has answered it.
 */
export function createDecisionSender(memory: BrowserMemory<DecisionForm>) {
  let form = memory.read() ?? "methods";
  return async <T>(
    send: (form: DecisionForm) => Promise<T>,
    isWished: () => boolean = () => true,
  ): Promise<T> => {
    try {
      return await send(form);
    } catch (blocked) {
      if (!isBlocked(blocked, form) || !isWished()) throw blocked;
      const other = form === "post" ? "methods" : "post";
      const answer = await send(other).catch((error: unknown) => {
        if (!(error instanceof PanelProblem) || isBlocked(error, other)) throw blocked;
        become(other);
        throw error;
      });
      become(other);
      return answer;
    }
  };

  function become(next: DecisionForm): void {
    form = next;
    memory.write(next);
  }
}

/** A panel may not know the POST form, and say that there is nothing at the address. */
function isBlocked(error: unknown, form: DecisionForm): boolean {
  if (error instanceof PanelProblem) return form === "post" && error.code === "not-found";
  return error instanceof ForeignAnswer && error.reason === "blocked";
}
