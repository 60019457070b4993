import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request as openRequest } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer, type TLSSocket } from "node:tls";
import { onTestFinished } from "vitest";
import {
  createAuthority,
  type Identity,
  issueServerIdentity,
  type Validity,
} from "../../src/certificates/certificates.ts";
import { validityInDays } from "./validityInDays.ts";

/** One request, as it came out of TLS. */
interface ReceivedRequest {
  /** Over which connection it came, counted from 1. */
  readonly connection: number;
  /** Such as `POST /v1/crash-reports HTTP/1.1`. */
  readonly line: string;
  /** The header lines, as they came. */
  readonly headers: readonly string[];
  /** Every byte after the headers. */
  readonly body: Buffer;
}

/** `silence` keeps the connection open and never answers. */
export type ReceiverAnswer =
  | { readonly status: number; readonly body?: string }
  | "hang-up"
  | "silence";

export interface ReceiverOptions {
  /** Who signs the certificate. @default an authority of its own */
  readonly authority?: Identity;
  /** The address that the certificate is for. @default the one it listens at */
  readonly address?: string;
  readonly validity?: Validity;
  readonly answer?: (
    request: ReceivedRequest,
  ) => ReceiverAnswer | Promise<ReceiverAnswer>;
}

/**
 * The far side of TLS, of the test's own: it writes down every connection, also one that
 * never gets through TLS, and every request byte for byte. No HTTP library is in between.
 */
export async function startReceiver({
  authority,
  address = "127.0.0.1",
  validity = validityInDays(-1, 30),
  answer = acceptAll,
}: ReceiverOptions = {}) {
  const signer = authority ?? (await createAuthority(validityInDays(-2, 300)));
  const folder = await mkdtemp(join(tmpdir(), "klartext-receiver-"));
  const caFile = join(folder, "authority.pem");
  await writeFile(caFile, signer.cert);

  const received: ReceivedRequest[] = [];
  const open = new Set<{ destroy(): void }>();
  const numbers = new Map<number | undefined, number>();
  let connections = 0;
  let decrypted = 0;
  let respond = answer;

  const server = createServer(await issueServerIdentity(signer, address, validity));
  server.on("connection", (socket) => {
    connections += 1;
    const number = connections;
    numbers.set(socket.remotePort, number);
    open.add(socket);
    socket.on("error", () => undefined);
    const { remotePort } = socket;
    socket.on("close", () => {
      open.delete(socket);
      // Another connection may have come from that port meanwhile.
      if (numbers.get(remotePort) === number) numbers.delete(remotePort);
    });
  });
  server.on("tlsClientError", () => undefined);
  server.on("secureConnection", (socket: TLSSocket) => {
    const connection = numbers.get(socket.remotePort) ?? 0;
    let bytes = Buffer.alloc(0);
    let isWhole = false;
    socket.on("error", () => undefined);
    socket.on("data", (chunk: Buffer) => {
      decrypted += chunk.byteLength;
      bytes = Buffer.concat([bytes, chunk]);
      const request = isWhole ? undefined : readRequest(bytes, connection);
      if (!request) return;
      isWhole = true;
      received.push(request);
      void Promise.resolve(respond(request)).then((result) => write(socket, result));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  onTestFinished(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of open) socket.destroy();
    await closed;
    await rm(folder, { recursive: true });
  });

  return {
    url: `https://127.0.0.1:${port}`,
    caFile,
    authority: signer,
    received,
    /** How many TCP connections there were. */
    connections: () => connections,
    /** How many bytes came out of TLS. */
    decrypted: () => decrypted,
    setAnswer: (next: NonNullable<ReceiverOptions["answer"]>) => {
      respond = next;
    },
    /** Ends what is open, as a machine that goes down. */
    hangUp: () => {
      for (const socket of open) socket.destroy();
    },
    /**
     * The number of a connection made now. They are accepted in the order in which they
     * were made, so one with a larger number was made later.
     */
    mark: async (): Promise<number> => {
      const socket = connect(port, "127.0.0.1");
      await new Promise((resolve, reject) => {
        socket.once("connect", resolve);
        socket.once("error", reject);
      });
      const { localPort } = socket;
      while (!numbers.has(localPort)) await new Promise(setImmediate);
      socket.destroy();
      return numbers.get(localPort) ?? 0;
    },
    /** What a panel needs to send here. */
    env: { KLARTEXT_VENDOR_URL: `https://127.0.0.1:${port}`, KLARTEXT_VENDOR_CA: caFile },
    config: { url: `https://127.0.0.1:${port}`, ca: signer.cert },
  };
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;

/** Takes every report, and confirms every erasure. */
export function acceptAll({ line }: ReceivedRequest): ReceiverAnswer {
  if (!line.includes("/v1/erasures")) return { status: 202 };
  const at = "2026-01-01T00:00:00Z";
  return { status: 200, body: JSON.stringify({ deleted: 1, at }) };
}

/** Hands a request on to a vendor; where that is down, the connection ends. */
export function forward(
  { url, ca }: { readonly url: string; readonly ca: string },
  { line, body }: Pick<ReceivedRequest, "line" | "body">,
): Promise<ReceiverAnswer> {
  return new Promise((resolve) => {
    const outgoing = openRequest(
      new URL(line.split(" ")[1] ?? "/", url),
      {
        ...{ ca, method: "POST", agent: false },
        headers: {
          "Content-Type": "application/json",
          "Content-Length": body.byteLength,
        },
      },
      (incoming) => {
        let text = "";
        incoming.setEncoding("utf8");
        incoming.on("data", (chunk: string) => {
          text += chunk;
        });
        incoming.on("error", () => resolve("hang-up"));
        incoming.on("end", () =>
          resolve({ status: incoming.statusCode ?? 0, body: text }),
        );
      },
    );
    outgoing.on("error", () => resolve("hang-up"));
    outgoing.end(body);
  });
}

function write(socket: TLSSocket, answer: ReceiverAnswer): void {
  if (answer === "silence") return;
  if (answer === "hang-up") return void socket.destroy();
  const { status, body = "" } = answer;
  const head = [
    `HTTP/1.1 ${status} Answered`,
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}

function readRequest(bytes: Buffer, connection: number): ReceivedRequest | undefined {
  const end = bytes.indexOf("\r\n\r\n");
  if (end === -1) return undefined;
  const [line = "", ...headers] = bytes.toString("latin1", 0, end).split("\r\n");
  const length = headers.find((header) => /^content-length:/i.test(header));
  const body = bytes.subarray(end + 4);
  if (body.byteLength < Number(length?.split(":")[1] ?? 0)) return undefined;
  return { connection, line, headers, body: Buffer.from(body) };
}
