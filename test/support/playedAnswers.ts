import type { Told } from "./postAndTell.ts";
import type { RawConnection } from "./rawServer.ts";

export const body = new TextEncoder().encode('{ "id": null }\n');

export const accepted = (status: number): Told => ({
  ...{ outcome: "accepted", status, tls: "verified" },
});
export const noAnswer: Told = { outcome: "unreachable", status: null, tls: "verified" };
export const notReached: Told = { ...noAnswer, tls: "not-reached" };

/** What a server does on a connection that a request came over. */
export type Play = (connection: RawConnection) => void;
export const write =
  (...texts: readonly string[]): Play =>
  ({ secure }) =>
    void secure.write(texts.join("\r\n"));

export function ok(status: number): string {
  return `HTTP/1.1 ${status} Answered`;
}

/** Long enough for a handshake on a busy machine. */
export const shortLimit = 2_000;

/** Far below the limit that the answers get which need none. */
export const timeout = 30_000;
