import type { Viewer } from "../contract/purposeState.ts";
import type { Transport } from "../contract/transport.ts";
import type { Policy } from "../policy/policy.ts";
import type { PayloadValue } from "./payloadBytes.ts";
import type { OwnLock } from "./rules/otherReplicas.ts";
import type { PanelStore } from "./store/panelStore.ts";

/** What a panel reads of a request; a `Request` of the Fetch standard is one. */
export type PanelRequest = Pick<Request, "method" | "url" | "headers" | "body">;

type MachineId = string | null | undefined;

/** The data of the server that a panel stands for. */
export interface Payloads {
  /**
   * What would be sent for a purpose now, or a sample of what an event would send.
   *
   * @throws {NotAvailableHere} when this server cannot tell.
   */
  readonly read: (purpose: string) => PayloadValue | Promise<PayloadValue>;
  /**
   * An id of the server that the panel stands for, the same on all replicas and after a
   * restart, such as that of `/etc/machine-id`. A copied server, whose id differs, does not
   * report under the original's pseudonym. It leaves the panel nowhere, and is kept as a
   * digest under a random key alone. Nothing: there is no check.
   */
  readonly machine?: () => MachineId | Promise<MachineId>;
}

/** This server cannot tell its data; the message says why, and what to do. */
export class NotAvailableHere extends Error {
  override readonly name = "NotAvailableHere";
}

/** Where and how reports are sent, as a sender says it. */
export interface SendingFacts {
  readonly transport: (purpose: string) => Omit<Transport, "lastAttempt"> | null;
}

/** What a panel is made of: its policy, its store, and what only the host knows. */
export interface PanelOptions {
  /** The revision in force, with those before it. */
  readonly policy: Policy;
  readonly store: PanelStore;
  /** Who is signed in, by the host's own means; nothing for nobody. */
  readonly viewer: (
    request: PanelRequest,
  ) => Viewer | null | undefined | Promise<Viewer | null | undefined>;
  readonly payloads: Payloads;
  /**
   * What sends. Without one nothing is sent, and the page says so; it shows no way to a vendor.
   * Where another process sends, each that serves names the way all the same.
   */
  readonly sender?: SendingFacts | undefined;
  /** The origins that the panel is served under, such as `https://panel.example`. */
  readonly origins: readonly string[] | (() => readonly string[]);
  /** Where the API lies below the origin. @default "/api/privacy" */
  readonly basePath?: string;
  /** Why nothing may be sent whatever was decided. @default null */
  readonly lock?: OwnLock;
  /** Whether consent to the kinds of values, unseen, is taken. @default false */
  readonly allowUnseen?: boolean;
  /** Where the vendor publishes results, by purpose. */
  readonly resultsUrls?: Readonly<Record<string, string>>;
  /** Where failures go that are not the client's. @default `console.error` */
  readonly report?: (error: unknown, instance: string) => void;
  /** How long a DELETE waits for open sends to end, in milliseconds. @default 5000 */
  readonly withdrawalWaitMs?: number;
  /** @default `crypto.randomUUID` */
  readonly uuid?: () => string;
}
