import type { Entry } from "../../../src/panel/store/panelStore.ts";
import {
  change,
  type Loose,
  type Plant,
  tells,
  tellsEntry,
} from "../faultyPanel/faults.ts";
import { is } from "../faultyPanel/requestHop.ts";
import type { KindOfMistakes } from "../mistake.ts";

const attempt = (to: (entry: Loose, at: number) => Loose): Plant =>
  tellsEntry(is.log, to);

/** An attempt that nobody began. */
const reportOf = (purpose: string, at: string): Entry => ({
  id: crypto.randomUUID(),
  log: "transmission",
  data: {
    kind: "report",
    item: crypto.randomUUID(),
    at,
    method: "POST",
    url: `https://telemetry.example/v1/${purpose}`,
    size: 2,
    digest: `sha-256=:${"A".repeat(43)}=:`,
  },
});

export const transmissionMistakes: KindOfMistakes = {
  kind: "transmissions",
  mistakes: [
    {
      id: "attempt-by-get",
      sentence: "An attempt is told as a GET",
      plant: attempt(() => ({ method: "GET" })),
    },
    {
      id: "attempt-over-http",
      sentence: "An attempt went over http",
      plant: attempt((one) => ({ url: one.url.replace("https:", "http:") })),
    },
    {
      id: "attempt-elsewhere",
      sentence: "A report went to another address than the transport names",
      plant: attempt((one) =>
        one.kind === "report" ? { url: "https://other.example/v1" } : {},
      ),
    },
    {
      id: "erasure-as-report",
      sentence: "A request to erase is told as a report",
      plant: attempt(() => ({ kind: "report" })),
    },
    {
      id: "report-as-erasure",
      sentence: "A report is told as a request to erase",
      plant: attempt(() => ({ kind: "erasure" })),
    },
    {
      id: "accepted-with-500",
      sentence: "An attempt with the status 500 is told as accepted",
      plant: attempt((one) => (one.outcome === "accepted" ? { status: 500 } : {})),
    },
    {
      id: "accepted-without-status",
      sentence: "An attempt that was accepted has no status",
      plant: attempt(() => ({ status: null })),
    },
    {
      id: "pending-for-ever",
      sentence: "An attempt that has ended is told as pending",
      plant: attempt(() => ({ outcome: "pending", status: null, signature: null })),
    },
    {
      id: "accepted-tried-again",
      sentence: "An attempt that was accepted is tried again",
      plant: attempt((one) =>
        one.outcome === "accepted" ? { nextAttemptAt: "2027-01-01T00:00:00.000Z" } : {},
      ),
    },
    {
      id: "body-said-deleted",
      sentence: "A body that is kept is said to be gone",
      plant: attempt((one) => (one.body === "kept" ? { body: "deleted" } : {})),
    },
    {
      id: "body-said-kept",
      sentence: "A body that is gone is said to be kept",
      plant: attempt((one) => (one.body === "deleted" ? { body: "kept" } : {})),
    },
    {
      id: "body-said-none",
      sentence: "A body that was sent is said to be none",
      plant: attempt(() => ({ body: "none" })),
    },
    {
      id: "attempt-at-local",
      sentence: "The times of the log are local, and say that they are UTC",
      plant: attempt((one) => ({
        at: new Date(Date.parse(one.at) + 7_200_000).toISOString(),
      })),
    },
    {
      id: "attempt-before-consent",
      sentence: "A report is said to have left before consent",
      plant: attempt((one) =>
        one.kind === "report"
          ? { at: new Date(Date.parse(one.at) - 7_200_000).toISOString() }
          : {},
      ),
    },
    {
      id: "attempt-of-other-purpose",
      sentence: "Attempts are told of the other purpose",
      plant: attempt((one) => ({
        purpose: one.purpose === "crash-reports" ? "server-statistics" : "crash-reports",
      })),
    },
    {
      id: "attempt-outcome-ok",
      sentence: "The outcome of an attempt is a word that the contract does not have",
      plant: attempt((one) => (one.outcome === "accepted" ? { outcome: "ok" } : {})),
    },
    {
      id: "attempt-size-text",
      sentence: "The size of an attempt is text",
      plant: attempt((one) => ({ size: `${one.size} B` })),
    },
    {
      id: "erasure-with-more",
      sentence: "A request to erase tells more than the UUID",
      plant: change(({ put, ...rest }) => ({
        ...rest,
        ...(put && {
          put: put.map((item) =>
            (item.data as Loose).kind === "erasure"
              ? {
                  ...item,
                  bytes: new TextEncoder().encode(
                    new TextDecoder()
                      .decode(item.bytes)
                      .replace("}", ', "version": "2.18.2"}'),
                  ),
                }
              : item,
          ),
        }),
      })),
    },
    {
      id: "report-after-withdrawal",
      sentence: "A report leaves after a withdrawal",
      plant: () => ({
        front: async (hop) => {
          const id = hop.path.split("/")[2] ?? "";
          const answer = await hop.pass();
          if (is.remove(hop) && answer.ok)
            hop.store.changeNow(id, ({ now }) => ({
              result: undefined,
              append: [reportOf(id, new Date(now.getTime() + 1000).toISOString())],
            }));
          return answer;
        },
      }),
    },
    {
      id: "report-while-refused",
      sentence: "A report leaves after a refusal",
      plant: () => ({
        front: async (hop) => {
          const id = hop.path.split("/")[2] ?? "";
          const answer = await hop.pass();
          if (is.put(hop) && answer.ok && hop.body.includes('"refused"'))
            hop.store.changeNow(id, ({ now }) => ({
              result: undefined,
              append: [reportOf(id, now.toISOString())],
            }));
          return answer;
        },
      }),
    },
    {
      id: "attempt-ids-change",
      sentence: "The ids of the attempts are made anew for each answer",
      plant: attempt(() => ({ id: crypto.randomUUID() })),
    },
    {
      id: "attempt-members-missing",
      sentence: "An attempt leaves out what is null",
      plant: tells(is.log, (page) => ({
        ...page,
        entries: page.entries.map((one: Loose) =>
          Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null)),
        ),
      })),
    },
  ],
};
