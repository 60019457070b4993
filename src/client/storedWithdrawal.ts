import * as z from "zod/mini";
import { byName, digestField, language, revisionId } from "../contract/fields.ts";
import { browserMemory } from "./browserMemory.ts";

/** A request to decide as this page wrote it: its parts, and not the rules between them. */
const request = z.object({
  decision: z.enum(["granted", "refused"]),
  revision: revisionId,
  language,
  textDigest: digestField,
  payloadDigest: z.optional(digestField),
  seen: z.optional(z.literal("kinds")),
});

const schema = z.object({
  /** The id of who withdrew; missing where the panel did not tell it. */
  viewer: z.optional(z.string()),
  /** The decision that was withdrawn, in its epoch; missing where none was seen. */
  sequence: z.optional(z.int()),
  epoch: z.optional(z.string()),
  /** The request that was on its way, and that the withdrawal has overtaken. */
  overtaken: z.optional(request),
  since: z.string(),
  /** Somebody has decided anew: it is not sent before the person has said what is to hold. */
  waitsFor: z.optional(z.literal("person")),
});

/** A withdrawal that the panel may not have. */
export type StoredWithdrawal = z.infer<typeof schema>;

/** Those of one purpose, by who withdrew. */
const byViewer = byName(schema);

/** Where withdrawals are kept until the panel has them. */
export interface WithdrawalStore {
  /** The one that `viewer` began, or that was begun where nobody was known. */
  readonly read: (viewer: string | undefined) => StoredWithdrawal | undefined;
  /** One that somebody else began. */
  readonly readOfAnother: (viewer: string) => StoredWithdrawal | undefined;
  /** Whether one is still to be sent, whoever began it. */
  readonly hasAny: () => boolean;
  readonly write: (withdrawal: StoredWithdrawal) => void;
  /** Whether one that `viewer` began is kept when the tab is closed. */
  readonly outlivesTab: (viewer: string | undefined) => boolean;
  readonly clear: (viewer: string | undefined) => void;
}

/**
 * Keeps the withdrawals of one purpose: in the browser those of a known viewer, in the tab
 * one of which nobody knows whose it is, and in `page` whatever a storage does not take.
 */
export function keepWithdrawal(
  baseUrl: string,
  purpose: string,
  page: Map<string, StoredWithdrawal> = new Map(),
  storages: { readonly local?: Storage; readonly session?: Storage } = {},
): WithdrawalStore {
  const key = `klartext:withdrawal:${baseUrl}:${purpose}`;
  const inBrowser = browserMemory("localStorage", key, byViewer, storages.local);
  const inTab = browserMemory("sessionStorage", key, schema, storages.session);
  const inPage = (viewer: string | undefined) => `${purpose} ${viewer ?? ""}`;
  const ofViewer = (viewer: string | undefined) =>
    Object.entries(inBrowser.read() ?? {}).find(([id]) => id === viewer)?.[1];
  const drop = (viewer: string) => {
    const { [viewer]: _dropped, ...rest } = inBrowser.read() ?? {};
    if (Object.keys(rest).length > 0) inBrowser.write(rest);
    else inBrowser.clear();
  };
  return {
    read: (viewer) =>
      ofViewer(viewer) ??
      page.get(inPage(viewer)) ??
      inTab.read() ??
      page.get(inPage(undefined)),
    readOfAnother: (viewer) =>
      Object.entries(inBrowser.read() ?? {}).find(([id]) => id !== viewer)?.[1],
    hasAny: () =>
      [...Object.values(inBrowser.read() ?? {}), inTab.read(), ...page.values()].some(
        (one) => one !== undefined && one.waitsFor !== "person",
      ),
    write: (withdrawal) => {
      const { viewer } = withdrawal;
      const isStored =
        viewer === undefined
          ? inTab.write(withdrawal)
          : inBrowser.write({ ...inBrowser.read(), [viewer]: withdrawal });
      // Another page may end what a storage has, and this one is not to bring it back.
      if (isStored) page.delete(inPage(viewer));
      else page.set(inPage(viewer), withdrawal);
    },
    outlivesTab: (viewer) => ofViewer(viewer) !== undefined,
    clear: (viewer) => {
      page.delete(inPage(viewer));
      page.delete(inPage(undefined));
      inTab.clear();
      if (viewer !== undefined) drop(viewer);
    },
  };
}
