import { createServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import type { Arrival, Connection, ReceiverAnswer } from "./arrival.ts";
import { readArrival } from "./readArrival.ts";
import type { Certification, ReceiverIdentities } from "./receiverIdentities.ts";

export interface ReceiverOptions {
  readonly identities: ReceiverIdentities;
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
}

/** A vendor that writes down every connection and every request, and answers as it is told. */
export interface Receiver {
  /** Such as `https://127.0.0.1:4999`. */
  readonly url: string;
  readonly caFile: string;
  readonly fingerprint: string;
  readonly arrivals: readonly Arrival[];
  readonly connections: readonly Connection[];
  /** What each request is answered from now on. */
  readonly answerWith: (answer: (arrival: Arrival) => ReceiverAnswer) => void;
  /** With which certificate connections are met from now on. */
  readonly certify: (certification: Certification) => void;
  /** Resolves when something has come or gone, or after that long. */
  readonly changed: (ms: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Open extends Connection {
  bytesRead: number;
  over: boolean;
}

/** @throws {Error} when the port is taken. */
export async function startReceiver({
  identities,
  host,
  port,
}: ReceiverOptions): Promise<Receiver> {
  const arrivals: Arrival[] = [];
  const connections: Open[] = [];
  const ofSocket = new Map<string, Open>();
  let answering: (arrival: Arrival) => ReceiverAnswer = () => ({ status: 202 });
  let waiting: (() => void)[] = [];
  const tellChange = () => {
    for (const wake of waiting.splice(0)) wake();
  };

  const server = createServer({ ...identities.servers.own, minVersion: "TLSv1.2" });
  server.on("connection", (socket: Socket) => {
    const number = connections.length + 1;
    const connection: Open = {
      ...{ number, at: performance.now(), bytesRead: 0, over: false },
      bytes: () => connection.bytesRead,
      isOver: () => connection.over,
    };
    connections.push(connection);
    ofSocket.set(addressOf(socket), connection);
    socket.on("error", () => undefined);
    socket.on("close", () => {
      connection.over = true;
      tellChange();
    });
    tellChange();
  });
  server.on("secureConnection", (socket: TLSSocket) => {
    const connection = ofSocket.get(addressOf(socket));
    socket.on("error", () => undefined);
    socket.on("data", (chunk: Uint8Array) => {
      if (connection) connection.bytesRead += chunk.byteLength;
    });
  });
  server.on("tlsClientError", () => tellChange());
  server.on("clientError", (_error, socket) => socket.destroy());
  server.on("request", (request, response) => {
    const connection = ofSocket.get(addressOf(request.socket));
    if (!connection) return;
    void readArrival({ connection, request, response, tellChange }).then((arrival) => {
      if (!arrival) return;
      arrivals.push(arrival);
      arrival.answer(answering(arrival));
      tellChange();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const { port: used } = server.address() as AddressInfo;
  const { caFile, fingerprint, servers } = identities;
  return {
    url: `https://${host.includes(":") ? `[${host}]` : host}:${used}`,
    ...{ caFile, fingerprint, arrivals, connections },
    answerWith: (answer) => {
      answering = answer;
    },
    certify: (certification) => server.setSecureContext(servers[certification]),
    changed: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(wake, ms);
        function wake() {
          clearTimeout(timer);
          waiting = waiting.filter((one) => one !== wake);
          resolve();
        }
        waiting.push(wake);
      }),
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function addressOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`;
}
