import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A request for a tunnel, as a proxy of the test's own got it. */
interface TunnelRequest {
  readonly client: Socket;
  /** The request line and the headers. */
  readonly head: string;
  /** Opens the tunnel to a port of this machine, whatever host was asked for. */
  readonly tunnel: (port?: number) => Socket;
  /** Answers with this status, and closes. */
  readonly answer: (status: number, ...headers: readonly string[]) => void;
}

/**
 * A proxy of the test's own, which does with a CONNECT what it is told, and writes down every
 * byte that it was sent. Every name is this machine to it.
 */
export async function startConnectProxy(
  play: (request: TunnelRequest) => void = ({ tunnel }) => void tunnel(),
) {
  const heads: string[] = [];
  const chunks: Buffer[] = [];
  const ends: Promise<string>[] = [];
  const open = new Set<Socket>();
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.on("error", () => undefined);
    socket.once("close", () => open.delete(socket));
    return socket;
  };

  const server = createServer((client) => {
    keep(client);
    ends.push(
      new Promise((resolve) => {
        client.on("error", ({ code = "error" }: NodeJS.ErrnoException) => resolve(code));
        client.once("close", () => resolve("closed"));
      }),
    );
    client.on("data", (chunk: Buffer) => chunks.push(chunk));
    let head = "";
    const read = (chunk: Buffer) => {
      head += chunk.toString("latin1");
      if (!head.includes("\r\n\r\n")) return;
      client.off("data", read);
      heads.push(head);
      const [, asked = ""] = /^CONNECT \S+:(\d+) HTTP\/1\.1\r\n/.exec(head) ?? [];
      play({
        ...{ client, head },
        tunnel: (port = Number(asked)) => {
          const server = keep(connect(port, "127.0.0.1"));
          server.once("connect", () => {
            client.write("HTTP/1.1 200 Connection established\r\n\r\n");
            client.pipe(server).pipe(client);
          });
          client.once("close", () => server.resetAndDestroy());
          return server;
        },
        answer: (status, ...headers) =>
          void client.end(
            [
              `HTTP/1.1 ${status} Answered`,
              ...headers,
              "Content-Length: 4",
              "",
              "page",
            ].join("\r\n"),
          ),
      });
    };
    client.on("data", read);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of open) socket.destroy();
    await closed;
  };
  onTestFinished(close);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    /** The requests for a tunnel, as they came. */
    heads,
    /** Every byte that came, as a text. */
    heard: () => Buffer.concat(chunks).toString("latin1"),
    /** How the first connection ended: `closed`, or an error's code. */
    ended: () => ends[0],
    close,
  };
}

/** An address under a name that no machine has, for which the proxy is this one. */
export function named(url: string, name = "vendor.example"): string {
  return url.replace("127.0.0.1", name);
}
