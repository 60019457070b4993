import { type FakeAnswer, problemAnswer } from "./fakeAnswer.ts";
import type { ActiveFault } from "./faults.ts";

export interface Line {
  /** Lets the panel hear the request. */
  readonly deliver: () => FakeAnswer;
  readonly fault: ActiveFault | undefined;
  readonly sleep: (ms: number) => Promise<void>;
}

/** One request over a line that may be at fault. Rejects as `fetch` does. */
export async function sendThrough({ deliver, fault, sleep }: Line): Promise<Response> {
  if (!fault) return respond(deliver());
  const { released } = fault;
  switch (fault.fault.type) {
    case "latency":
      await sleep(fault.fault.ms);
      return respond(deliver());
    case "held": {
      if (fault.fault.moment === "request") {
        await released;
        return respond(deliver());
      }
      const answer = deliver();
      await released;
      return respond(answer);
    }
    case "no-answer":
      if (fault.fault.moment === "answer") deliver();
      return new Promise(() => {});
    case "dropped": {
      if (fault.fault.moment === "request") throw dropped();
      const answer = deliver();
      if (fault.fault.moment === "answer") throw dropped();
      return respond(answer, breakOff(answer.body));
    }
    case "status": {
      const { status, body = errorPage(status), mediaType = "text/html" } = fault.fault;
      return new Response(body, { status, headers: { "Content-Type": mediaType } });
    }
    case "problem":
      return respond(problemAnswer(fault.fault.code));
    case "malformed-body": {
      const answer = deliver();
      return respond(answer, half(answer.body));
    }
    case "media-type": {
      const answer = deliver();
      const headers = { ...answer.headers, "Content-Type": fault.fault.mediaType };
      return respond({ ...answer, headers });
    }
  }
}

function respond(answer: FakeAnswer, body: BodyInit | null = answer.body): Response {
  return new Response(answer.body === null ? null : body, {
    status: answer.status,
    headers: answer.headers,
  });
}

/** What every `fetch` throws when no answer came. */
function dropped(): TypeError {
  return new TypeError("Failed to fetch");
}

function half(body: Uint8Array<ArrayBuffer> | null): Uint8Array<ArrayBuffer> {
  return (body ?? new Uint8Array()).slice(0, Math.floor((body?.length ?? 0) / 2));
}

function breakOff(body: Uint8Array<ArrayBuffer> | null): ReadableStream<Uint8Array> {
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
