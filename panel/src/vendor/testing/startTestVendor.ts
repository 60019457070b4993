import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Json } from "../../../../src/payload/index.ts";
import { liveConfigPolicy } from "../../../../src/policy/index.ts";
import { loadIdentity } from "../loadIdentity.ts";
import { startVendor, type Vendor } from "../startVendor.ts";

/**
 * Starts a real vendor in an empty folder, and removes it when the test is over. TLS knows
 * no clock but the machine's, so its certificates are made for today unless told.
 */
export async function startTestVendor(
  now: () => Date = () => new Date(),
  certifiedAt = new Date(),
) {
  const policy = liveConfigPolicy();
  const folder = await mkdtemp(join(tmpdir(), "klartext-vendor-"));
  await loadIdentity(folder, "127.0.0.1", certifiedAt);
  let vendor: Vendor | undefined = await startVendor({ folder, port: 0, policy, now });
  const { url, caPem } = vendor;
  const close = async () => {
    await vendor?.close();
    vendor = undefined;
  };
  onTestFinished(async () => {
    await close();
    await rm(folder, { recursive: true });
  });
  return {
    ...{ folder, url, caPem, close },
    /** Starts it again over the same folder, at the same port. */
    restart: async () => {
      await close();
      vendor = await startVendor({
        ...{ folder, policy, now },
        port: Number(new URL(url).port),
      });
      return vendor;
    },
    /** Posts a text as it is. */
    send: (path: string, body: string, options: SendOptions = {}) =>
      send(`${url}${path}`, caPem, body, options),
    /** Every file of the vendor, as it lies on the disk. */
    rawFiles: async () => {
      const names = await readdir(folder);
      return Promise.all(
        names.map(async (name) => ({
          name,
          text: await readFile(join(folder, name), "latin1"),
        })),
      );
    },
  };
}

export interface SendOptions {
  readonly type?: string;
  /** The loopback address to send from. */
  readonly from?: string;
}

function send(
  url: string,
  ca: string,
  body: string,
  { type = "application/json", from = "127.0.0.1" }: SendOptions,
): Promise<{ readonly status: number; readonly json: Json }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      {
        ...{ ca, method: "POST", agent: false, localAddress: from },
        headers: { "Content-Type": type, "Content-Length": Buffer.byteLength(body) },
      },
      (incoming) => {
        let text = "";
        incoming.setEncoding("utf8");
        incoming.on("data", (chunk: string) => {
          text += chunk;
        });
        incoming.on("end", () => {
          const json = text === "" ? null : (JSON.parse(text) as Json);
          resolve({ status: incoming.statusCode ?? 0, json });
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
