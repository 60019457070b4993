import { OutOfTime } from "./notTried.ts";
import type { SuiteContext } from "./suiteContext.ts";

/** A context that sends nothing more once the time of the run is over. */
export function limitTime(context: SuiteContext, maxTime: number): SuiteContext {
  const end = performance.now() + maxTime;
  const send: SuiteContext["send"] = async (...request) => {
    if (performance.now() < end) return context.send(...request);
    throw new OutOfTime(`The run was not over after ${maxTime / 1000} s.`);
  };
  return { ...context, send, get: (path, options) => send("GET", path, options) };
}
