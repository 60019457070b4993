import type { Lock } from "../contract/purposeState.ts";
import type { Payloads } from "../panel/panelOptions.ts";
import type { ItemData } from "../panel/rules/itemData.ts";
import type { OtherReplicas } from "../panel/rules/otherReplicas.ts";
import type { PanelStore } from "../panel/store/panelStore.ts";
import type { ConsentActivity } from "../policy/policy.ts";
import type { VendorKey } from "../policy/vendorKey.ts";
import type { ProxyServer } from "./proxy/parseProxyUrl.ts";

/** What every part of a sender works with. */
export interface SenderContext {
  readonly store: PanelStore;
  readonly activities: readonly ConsentActivity[];
  readonly payloads: Payloads;
  /** The lock that holds for a purpose, whichever process of the panel has it. */
  readonly lockOf: (purpose: string, others: OtherReplicas) => Lock | null;
  /** The revision that this process stands for. */
  readonly revision: string;
  readonly vendor: {
    /** See `vendorId`. */
    readonly id: string;
    /** PEM of the authorities that are trusted. */
    readonly ca: string;
    /** What every connection to it goes through. */
    readonly proxy: ProxyServer | null;
    /** With which the vendor signs its answers; none where none is named. */
    readonly keys: readonly VendorKey[];
    readonly urlOf: (purpose: string, kind: ItemData["kind"]) => string;
  };
  readonly uuid: () => string;
  /** From 0 to less than 1. */
  readonly random: () => number;
  /**
   * Does something with the store, and resolves whether that was done. What it throws is
   * reported, and the sender comes back to it.
   */
  readonly attempt: (step: () => Promise<unknown>) => Promise<boolean>;
}
