import { type ExpectRefusal, expectRefusals } from "../../deciding/expectRefusals.ts";
import { type Expect, requestRule } from "../../defineRules.ts";
import type { Exchange } from "../../exchange.ts";
import { purposePath } from "../../panelReading.ts";
import type { SendOptions, SuiteContext } from "../../suiteContext.ts";

/** Checks for each purpose, by PUT and by POST, what must be turned down. */
export function refusalRule(
  words: Parameters<typeof requestRule>[0],
  check: (
    id: string,
    send: (body: unknown, options?: SendOptions) => Promise<Exchange>,
    attempt: ExpectRefusal,
    context: SuiteContext,
  ) => Promise<void>,
) {
  return requestRule(words, ["write"], async (context, expect) => {
    await expectRefusals(context, async (id, attempt) => {
      for (const method of ["PUT", "POST"]) {
        const send = (body: unknown, options: SendOptions = {}) =>
          context.send(method, purposePath(id, "decision"), {
            ...options,
            body:
              typeof body === "string" || body instanceof Uint8Array
                ? (body as string | Uint8Array<ArrayBuffer>)
                : JSON.stringify(body),
          });
        await check(id, send, counted(attempt, expect), context);
      }
    });
  });
}

const counted =
  (attempt: ExpectRefusal, expect: Expect): ExpectRefusal =>
  async (sent, problem) => {
    expect(await sent, true, problem);
    await attempt(sent, problem);
  };
