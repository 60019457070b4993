import type { IncomingMessage, ServerResponse } from "node:http";
import type { Arrival, Connection } from "./arrival.ts";

interface ArrivalParts {
  readonly connection: Connection;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Called when it was answered, or is over. */
  readonly tellChange: () => void;
}

/** A request, once its body is there; undefined where that did not come whole. */
export async function readArrival({
  connection,
  request,
  response,
  tellChange,
}: ArrivalParts): Promise<Arrival | undefined> {
  const body = await readAll(request);
  if (!body) return undefined;
  const { rawHeaders, method = "", url: target = "" } = request;
  let status: number | null = null;
  let endedAt: number | undefined;
  const end = () => {
    endedAt ??= performance.now();
    tellChange();
  };
  response.on("close", end);
  return {
    ...{ connection: connection.number, connectedAt: connection.at },
    ...{ at: performance.now(), method, target, body },
    headers: pairs(rawHeaders),
    text: new TextDecoder().decode(body),
    status: () => status,
    endedAt: () => endedAt,
    answer: (answer) => {
      const isOver = response.headersSent || endedAt !== undefined;
      if (answer === "hang" || isOver) return;
      if (answer === "cut") return void request.socket.destroy();
      ({ status } = answer);
      const json =
        answer.body === undefined ? {} : { "Content-Type": "application/json" };
      response.writeHead(answer.status, {
        Connection: "close",
        ...json,
        ...answer.headers,
      });
      response.end(answer.body, end);
    },
  };
}

function pairs(raw: readonly string[]): (readonly [string, string])[] {
  return raw.flatMap((name, index) =>
    index % 2 === 0 ? [[name, raw[index + 1] ?? ""] as const] : [],
  );
}

/** The body, if it came whole. */
async function readAll(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of request as AsyncIterable<Uint8Array>) chunks.push(chunk);
    return Buffer.concat(chunks);
  } catch {
    return undefined;
  }
}
