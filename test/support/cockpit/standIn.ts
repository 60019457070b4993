/**
 * A stand-in for Cockpit's `base1/cockpit.js`, as far as a page needs it to ask a panel. What
 * goes over Cockpit's WebSocket to its bridge goes to `/bridge` here.
 */
import {
  type ChannelAnswer,
  createHttp,
  type HttpOptions,
  type OpenChannel,
} from "./cockpitHttp.ts";
import { defer } from "./deferred.ts";

/** What crosses the wire: bytes in base64. */
export interface WireRequest {
  readonly request: Parameters<OpenChannel>[0];
  readonly body: string;
}

const open: OpenChannel = async (request, body, signal) => {
  const wired: WireRequest = { request, body: toBase64(body) };
  const init = { method: "POST", body: JSON.stringify(wired), signal };
  const answer = await (await fetch("/bridge/http", init)).json();
  return "problem" in answer
    ? answer
    : ({ ...answer, body: fromBase64(answer.body) } satisfies ChannelAnswer);
};

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

type Watch = (content: string | null, tag: string | null) => void;

function file(path: string) {
  const watch = async (tell: Watch) => {
    const answer = await fetch("/bridge/file", { method: "POST", body: path });
    tell(answer.ok ? await answer.text() : null, answer.ok ? "1" : "-");
  };
  return { watch: (tell: Watch) => void watch(tell) };
}

function user() {
  const { promise, resolve } = defer();
  resolve({ name: "admin", home: "/home/admin" });
  return promise;
}

Object.assign(globalThis, {
  cockpit: {
    http: (port: number, options: HttpOptions) => createHttp(open, port, options),
    ...{ file, user },
    transport: { host: "localhost" },
  },
});
