import { type AddressInfo, createServer, type Socket } from "node:net";
import { createSecureContext, TLSSocket } from "node:tls";
import type { TestContext } from "vitest";
import {
  createAuthority,
  issueServerIdentity,
} from "../../src/certificates/certificates.ts";
import { validityInDays } from "./validityInDays.ts";

export interface RawConnection {
  /** What goes through TLS. */
  readonly secure: TLSSocket;
  /** The TCP connection below it. */
  readonly raw: Socket;
}

interface RawServerOptions {
  /** Called with every TCP connection; without it TLS begins. */
  readonly onConnect?: (raw: Socket) => void;
  /** Called with the first bytes that come out of TLS. */
  readonly onRequest?: (connection: RawConnection) => void;
}

/** A server that answers byte for byte as it is told, with no HTTP library in between. */
export async function startRawServer(
  { onTestFinished }: Pick<TestContext, "onTestFinished">,
  { onConnect, onRequest }: RawServerOptions,
) {
  const authority = await createAuthority(validityInDays(-2, 300));
  const identity = await issueServerIdentity(
    authority,
    "127.0.0.1",
    validityInDays(-1, 30),
  );
  const secureContext = createSecureContext(identity);
  const ended = Promise.withResolvers<string>();
  const open = new Set<Socket>();
  let connections = 0;

  const server = createServer((raw) => {
    connections += 1;
    open.add(raw);
    const fail = (error: NodeJS.ErrnoException) => ended.resolve(error.code ?? "error");
    raw.on("error", fail);
    raw.on("close", () => {
      open.delete(raw);
      ended.resolve("closed");
    });
    if (onConnect) return onConnect(raw);
    const secure = new TLSSocket(raw, { isServer: true, secureContext });
    secure.on("error", fail);
    secure.once("data", () => onRequest?.({ secure, raw }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of open) socket.destroy();
    await closed;
  });
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ca: authority.cert,
    /** How many TCP connections there were. */
    connections: () => connections,
    /** How the first connection ended: `closed`, or an error's code. */
    ended: ended.promise,
  };
}
