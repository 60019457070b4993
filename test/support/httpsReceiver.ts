import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { TLSSocket } from "node:tls";
import { onTestFinished } from "vitest";
import {
  createAuthority,
  type Identity,
  issueServerIdentity,
  type Validity,
} from "../../src/certificates/certificates.ts";
import { validityInDays } from "./validityInDays.ts";

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface ReceiverOptions {
  readonly authority?: Identity;
  /** The address that the certificate is for. */
  readonly address?: string;
  readonly validity?: Validity;
  readonly answer?: (received: Received, response: ServerResponse) => void;
}

/** A TLS server of the test's own that writes down whatever reaches it. */
export async function startHttpsReceiver({
  authority,
  address = "127.0.0.1",
  validity = validityInDays(-1, 30),
  answer = (_received, response) => response.writeHead(202).end(),
}: ReceiverOptions = {}) {
  const signer = authority ?? (await createAuthority(validityInDays(-2, 300)));
  const server = createServer(await issueServerIdentity(signer, address, validity));
  const received: Received[] = [];
  const resumed: boolean[] = [];
  let bytes = 0;

  server.on("secureConnection", (socket: TLSSocket) => {
    resumed.push(socket.isSessionReused());
    socket.on("data", (chunk: Uint8Array) => {
      bytes += chunk.byteLength;
    });
  });
  server.on("request", (request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (text: string) => {
      body += text;
    });
    request.on("end", () => {
      const entry = { path: request.url ?? "", headers: request.headers, body };
      received.push(entry);
      answer(entry, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  onTestFinished(close);
  return {
    url: `https://127.0.0.1:${port}`,
    ca: signer.cert,
    authority: signer,
    received,
    /** Whether each connection resumed an earlier session. */
    resumed,
    /** How much reached the far side of TLS. */
    bytes: () => bytes,
    close,
  };
}
