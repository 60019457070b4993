import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import * as z from "zod/mini";

/** The server that the panel stands for, and a random key to keep its id under. */
export interface Machine {
  readonly id: string;
  readonly key: string;
}

/** What is kept of a server's id: whoever reads it cannot tell the id, nor find it elsewhere. */
export const machineSeal = z.object({ key: z.string(), mac: z.string() });

export type MachineSeal = z.infer<typeof machineSeal>;

/** HMAC-SHA-256 (RFC 2104) of the id. */
export function sealMachine({ id, key }: Machine): MachineSeal {
  return { key, mac: bytesToHex(hmac(sha256, utf8ToBytes(key), utf8ToBytes(id))) };
}

/** Whether a seal was made of this server's id. */
export function isSealOf({ key, mac }: MachineSeal, { id }: Machine): boolean {
  return sealMachine({ id, key }).mac === mac;
}
