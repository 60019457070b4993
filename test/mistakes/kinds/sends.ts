import {
  confuses,
  type Loose,
  type Plant,
  tellsActivity,
  tellsEntry,
  tellsPurpose,
} from "../faultyPanel/faults.ts";
import { is } from "../faultyPanel/requestHop.ts";
import type { KindOfMistakes } from "../mistake.ts";

/** The same mistake in a panel that cannot send. */
const withoutSender =
  (plant: Plant): Plant =>
  () => ({ ...plant(), options: { sender: undefined } });

export const sendMistakes: KindOfMistakes = {
  kind: "openSends and signature",
  mistakes: [
    {
      id: "send-open-for-ever",
      sentence: "A send is said to be open for ever",
      plant: tellsActivity(() => ({ openSends: 1 })),
    },
    {
      id: "send-open-after-withdrawal",
      sentence: "A send is said to be open after a withdrawal, though none is",
      plant: tellsActivity((_activity, { decision }) =>
        decision.status === "withdrawn" ? { openSends: 1 } : {},
      ),
    },
    {
      id: "sends-negative",
      sentence: "openSends is below nothing",
      plant: tellsActivity(() => ({ openSends: -1 })),
    },
    {
      id: "sends-as-flag",
      sentence: "openSends is true or false",
      plant: tellsActivity(() => ({ openSends: false })),
    },
    {
      id: "signature-valid-without-key",
      sentence: "A signature is said to be valid, though no key is named",
      plant: tellsEntry(is.log, () => ({ signature: "valid" })),
    },
    {
      id: "signature-wrong-without-key",
      sentence: "A signature is said to be wrong, though no key is named",
      plant: tellsEntry(is.log, () => ({ signature: "wrong" })),
    },
    {
      id: "signature-null-after-answer",
      sentence: "Nothing is said of the signature after the vendor has answered",
      plant: tellsEntry(is.log, () => ({ signature: null })),
    },
    {
      id: "signature-of-deletion-valid",
      sentence: "The signature of a deletion is said to be valid, though no key is named",
      plant: tellsActivity((activity) => ({
        deletions: activity.deletions.map((one: Loose) => ({
          ...one,
          signature: "valid",
        })),
      })),
    },
    {
      id: "signature-as-flag",
      sentence: "The signature is true or false",
      plant: tellsEntry(is.log, () => ({ signature: true })),
    },
    {
      id: "signature-before-answer",
      sentence:
        "Something is said of the signature of a deletion before the vendor has answered",
      plant: tellsActivity((activity) => ({
        deletions: activity.deletions.map((one: Loose) =>
          one.confirmedAt ? one : { ...one, signature: "unchecked" },
        ),
      })),
    },
    {
      id: "transport-plain-http",
      sentence: "Reports go over http",
      plant: () => ({ transportUrl: (url) => url.replace("https:", "http:") }),
    },
    {
      id: "transport-without-authority",
      sentence: "No authority is named that is trusted",
      plant: tellsPurpose(({ transport }) => ({
        transport: transport && { ...transport, caFingerprints: [] },
      })),
    },
    {
      id: "transport-fingerprint",
      sentence: "The fingerprint of an authority is one of SHA-1",
      plant: tellsPurpose(({ transport }) => ({
        transport: transport && {
          ...transport,
          caFingerprints: ["3F:A2:91:0C:7D:55:E8:1B:46:D9:02:BE:74:AF:63:18:C5:2E:90:DB"],
        },
      })),
    },
    {
      id: "transport-by-get",
      sentence: "The transport says GET, the log POST",
      plant: tellsPurpose(({ transport }) => ({
        transport: transport && { ...transport, method: "GET" },
      })),
    },
    {
      id: "transport-elsewhere",
      sentence: "The transport names another address than the log",
      plant: tellsPurpose(({ transport }) => ({
        transport: transport && { ...transport, url: "https://other.example/v1" },
      })),
    },
    {
      id: "transport-untold",
      sentence: "Nothing is told of the transport, though reports are sent",
      plant: tellsPurpose(() => ({ transport: null })),
    },
    {
      id: "effective-without-transport",
      sentence: "Reports are said to go out of a panel that cannot send",
      plant: withoutSender(
        tellsActivity((activity, { decision }) =>
          decision.status === "granted"
            ? { effective: true, nextAt: "2027-01-01T00:00:00.000Z" }
            : activity,
        ),
      ),
    },
    {
      id: "deletion-without-transport",
      sentence: "A deletion is said to be under way in a panel that cannot send",
      plant: withoutSender(
        tellsActivity((activity) => ({
          deletions: activity.deletions.map((one: Loose) =>
            one.state === "failed" ? { ...one, state: "under-way" } : one,
          ),
        })),
      ),
    },
    {
      id: "last-attempt-untold",
      sentence: "The last attempt is not told, though there was one",
      plant: tellsPurpose(({ transport }) => ({
        transport: transport && { ...transport, lastAttempt: null },
      })),
    },
    {
      id: "results-nowhere",
      sentence: "The address of the results is none",
      plant: tellsPurpose(() => ({ resultsUrl: "results" })),
    },
    {
      id: "transport-of-credentials",
      sentence: "The address of the transport has a password in it",
      plant: tellsPurpose(({ transport }) => ({
        transport: transport && {
          ...transport,
          url: transport.url.replace("https://", "https://panel:secret@"),
        },
      })),
    },
    {
      id: "withdraw-instead-as-changed",
      sentence: "A refusal of given consent is said to be stale",
      plant: confuses("withdraw-instead", "decision-changed", is.put),
    },
  ],
};
