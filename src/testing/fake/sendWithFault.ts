import { problemAnswer, toResponse } from "../../panel/http/answers.ts";
import type { ActiveFault } from "./faults.ts";

export interface Line {
  /** Lets the panel hear the request. */
  readonly deliver: () => Promise<Response>;
  readonly fault: ActiveFault | undefined;
  readonly sleep: (ms: number) => Promise<void>;
}

/** One request over a line that may be at fault. Rejects as `fetch` does. */
export async function sendWithFault({ deliver, fault, sleep }: Line): Promise<Response> {
  if (!fault) return deliver();
  const { released } = fault;
  switch (fault.fault.type) {
    case "latency":
      await sleep(fault.fault.ms);
      return deliver();
    case "held": {
      if (fault.fault.moment === "request") {
        await released;
        return deliver();
      }
      const answer = await deliver();
      await released;
      return answer;
    }
    case "no-answer":
      if (fault.fault.moment === "answer") await deliver();
      return new Promise(() => {});
    case "dropped": {
      if (fault.fault.moment === "request") throw dropped();
      const answer = await deliver();
      if (fault.fault.moment === "answer") throw dropped();
      return new Response(breakOff(await bytesOf(answer)), answer);
    }
    case "status": {
      const { status, body = errorPage(status), mediaType = "text/html" } = fault.fault;
      return new Response(body, { status, headers: { "Content-Type": mediaType } });
    }
    case "problem":
      return toResponse(problemAnswer({ problem: fault.fault.code }), "GET");
    case "malformed-body": {
      const answer = await deliver();
      return new Response(half(await bytesOf(answer)), answer);
    }
    case "media-type": {
      const answer = await deliver();
      const headers = new Headers(answer.headers);
      headers.set("Content-Type", fault.fault.mediaType);
      return new Response(answer.body, { status: answer.status, headers });
    }
  }
}

async function bytesOf(answer: Response): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await answer.arrayBuffer());
}

/** What every `fetch` throws when no answer came. */
function dropped(): TypeError {
  return new TypeError("Failed to fetch");
}

function half(body: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return body.slice(0, Math.floor(body.length / 2));
}

function breakOff(body: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array> {
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent) controller.error(new TypeError("network error"));
      else controller.enqueue(half(body));
      sent = true;
    },
  });
}

function errorPage(status: number): string {
  return `<!doctype html><title>${status}</title><h1>Error ${status}</h1>`;
}
