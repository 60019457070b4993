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
export const machineIdHash = z.object({ key: z.string(), mac: z.string() });

type MachineIdHash = z.infer<typeof machineIdHash>;

/** HMAC-SHA-256 (RFC 2104) of the id. */
export function hashMachineId({ id, key }: Machine): MachineIdHash {
  return { key, mac: bytesToHex(hmac(sha256, utf8ToBytes(key), utf8ToBytes(id))) };
}

/** Whether a seal was made of this server's id. */
export function isHashOf({ key, mac }: MachineIdHash, { id }: Machine): boolean {
  return hashMachineId({ id, key }).mac === mac;
}
