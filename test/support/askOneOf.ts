import { setTimeout as wait } from "node:timers/promises";
import { isOfKill } from "./despiteKills.ts";
import type { Random } from "./random.ts";
import { ownPage, type Whereabouts } from "./replica.ts";
import {
  send,
  type TestAnswer,
  type TestPerson,
  type TestRequest,
} from "./startTestPanel.ts";

export type Ask = (
  method: string,
  path: string,
  request?: TestRequest,
) => Promise<TestAnswer>;

/** Asks one of some replicas by chance, and one again where that cannot answer now. */
export function askOneOf(
  replicas: readonly [Asked, ...Asked[]],
  { pick }: Pick<Random, "pick">,
): Ask {
  return async (method, path, request) => {
    for (;;) {
      const { address } = await pick(replicas).ready();
      try {
        const answer = await send(address, method, path, request);
        if (answer.status !== 503) return answer;
      } catch (error) {
        if (!isOfKill(error)) throw error;
      }
      await wait(5);
    }
  };
}

interface Asked {
  readonly ready: () => Promise<Whereabouts>;
}

/** Somebody who sends as a browser on the panel's page would. */
export function personWho(ask: Ask): TestPerson {
  return {
    headers: ownPage,
    send: (method, path, options = {}) =>
      ask(method, `/api/privacy${path}`, {
        ...options,
        headers: { ...ownPage, ...options.headers },
      }),
  };
}
