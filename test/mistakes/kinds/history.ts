import type { KindOfMistakes } from "../mistake.ts";
import { change, type Loose, type Plant, tells, tellsEntry } from "../world/faults.ts";
import { is } from "../world/hop.ts";

const entry = (to: (entry: Loose, at: number) => Loose): Plant =>
  tellsEntry(is.history, to);
const acts = ["granted", "refused", "withdrawn"];
const isAct = ({ event }: Loose) => acts.includes(event);
const other = `sha-256=:${"A".repeat(43)}=:`;

const written = (to: (data: Loose, entry: Loose) => Loose): Plant =>
  change((given) => ({
    ...given,
    ...(given.append && {
      append: given.append.map((one) =>
        one.log === "decision"
          ? { ...one, data: { ...(one.data as Loose), ...to(one.data, one) } }
          : one,
      ),
    }),
  }));

export const historyMistakes: KindOfMistakes = {
  kind: "history",
  mistakes: [
    {
      id: "entry-by-nobody",
      sentence: "The history does not tell who decided",
      plant: entry(() => ({ by: null })),
    },
    {
      id: "entry-by-viewer",
      sentence: "The history tells the viewer as who decided",
      plant: tells(is.history, (page, hop) => ({
        ...page,
        entries: page.entries.map((one: Loose) =>
          one.by
            ? {
                ...one,
                by: {
                  id: (hop.headers.get("Cookie") ?? "").replace("session=", ""),
                  name: "You",
                },
              }
            : one,
        ),
      })),
    },
    {
      id: "entry-of-deletion-by",
      sentence: "A deletion is told as done by the administrator",
      plant: entry((one) => (isAct(one) ? {} : { by: { id: "admin", name: "Admin" } })),
    },
    {
      id: "entry-without-digest",
      sentence: "The history does not tell which bytes were agreed to",
      plant: written((data) => (data.event === "granted" ? { payloadDigest: null } : {})),
    },
    {
      id: "entry-without-text",
      sentence: "The history does not tell which text was seen",
      plant: written((data) =>
        data.textDigest ? { textDigest: null, language: null, revision: null } : {},
      ),
    },
    {
      id: "entry-of-other-text",
      sentence: "The history tells another text than was seen",
      plant: written((data) => (data.textDigest ? { textDigest: other } : {})),
    },
    {
      id: "entry-of-other-language",
      sentence: "The history tells another language than was seen",
      plant: written((data) => (data.language ? { language: "en" } : {})),
    },
    {
      id: "entry-of-other-revision",
      sentence: "The history tells another revision than was seen",
      plant: written((data) => (data.revision ? { revision: "2024-01-01" } : {})),
    },
    {
      id: "text-known-always",
      sentence: "A text that the panel never had is said to be known",
      plant: written((data) => (data.textKnown === false ? { textKnown: true } : {})),
    },
    {
      id: "text-known-never",
      sentence: "A text that the panel has is said to be unknown",
      plant: written((data) => (data.textKnown === true ? { textKnown: false } : {})),
    },
    {
      id: "text-known-of-withdrawal",
      sentence: "A withdrawal is said to be of a known text",
      plant: entry((one) => (one.event === "withdrawn" ? { textKnown: true } : {})),
    },
    {
      id: "payload-said-none",
      sentence: "Bytes that are kept are said to be none",
      plant: entry((one) => (one.payload === "kept" ? { payload: "none" } : {})),
    },
    {
      id: "payload-said-kept",
      sentence: "Bytes that are gone are said to be kept",
      plant: entry((one) => (one.payload === "deleted" ? { payload: "kept" } : {})),
    },
    {
      id: "payload-of-refusal",
      sentence: "A refusal is said to have bytes",
      plant: entry((one) => (one.event === "refused" ? { payload: "kept" } : {})),
    },
    {
      id: "agreed-bytes-lost",
      sentence: "The bytes that were agreed to are not kept",
      plant: change((given) => ({
        ...given,
        ...(given.append && {
          append: given.append.map(({ bytes: _bytes, ...one }) => one),
        }),
      })),
    },
    {
      id: "agreed-bytes-of-all-deleted",
      sentence: "Agreed bytes without a UUID go at a withdrawal too",
      plant: () => {
        const gone = new Set<string>();
        return {
          front: async (hop) => {
            const answer = await hop.pass();
            if (is.remove(hop) && answer.ok)
              for (const one of hop.store.pageNow("decision", 1000)) gone.add(one.id);
            if (
              is.agreed(hop) &&
              answer.status === 200 &&
              gone.has(hop.path.split("/")[2] ?? "")
            ) {
              const { problem } = await import("../world/faults.ts");
              return problem("gone");
            }
            if (!is.history(hop) || answer.status !== 200 || hop.method === "HEAD")
              return answer;
            const page: Loose = await answer.json();
            return new Response(
              JSON.stringify({
                ...page,
                entries: page.entries.map((one: Loose) =>
                  one.payload === "kept" && gone.has(one.id)
                    ? { ...one, payload: "deleted" }
                    : one,
                ),
              }),
              { headers: answer.headers },
            );
          },
        };
      },
    },
    {
      id: "digest-goes-with-bytes",
      sentence: "The digest goes with the bytes",
      plant: entry((one) =>
        one.payload === "deleted" ? { payloadDigest: null, payload: "none" } : {},
      ),
    },
    {
      id: "entry-at-local",
      sentence: "The times of the history are local, and say that they are UTC",
      plant: entry((one) => ({
        at: new Date(Date.parse(one.at) + 7_200_000).toISOString(),
      })),
    },
    {
      id: "entry-at-without-zone",
      sentence: "The times of the history have no zone",
      plant: entry((one) => ({ at: one.at.replace("Z", "") })),
    },
    {
      id: "entry-at-number",
      sentence: "The times of the history are numbers",
      plant: entry((one) => ({ at: Date.parse(one.at) })),
    },
    {
      id: "entry-at-of-request",
      sentence: "Every entry has the time of the answer",
      plant: entry(() => ({ at: new Date().toISOString() })),
    },
    {
      id: "entry-ids-change",
      sentence: "The ids of the entries are made anew for each answer",
      plant: entry(() => ({ id: crypto.randomUUID() })),
    },
    {
      id: "entry-ids-numbers",
      sentence: "The ids of the entries are numbers",
      plant: entry((_one, at) => ({ id: String(at) })),
    },
    {
      id: "entry-ids-same",
      sentence: "Entries of one time share an id",
      plant: tells(is.history, (page) => ({
        ...page,
        entries: page.entries.map((one: Loose, at: number) =>
          at === 1 ? { ...one, id: page.entries[0].id } : one,
        ),
      })),
    },
    {
      id: "event-revoked",
      sentence: "A withdrawal is told as revoked",
      plant: entry((one) => (one.event === "withdrawn" ? { event: "revoked" } : {})),
    },
    {
      id: "event-of-regrant",
      sentence: "Consent that was given again is told as changed",
      plant: tells(is.history, (page) => ({
        ...page,
        entries: page.entries.map((one: Loose, at: number) =>
          one.event === "granted" && page.entries[at + 1]?.event === "granted"
            ? { ...one, event: "changed" }
            : one,
        ),
      })),
    },
    {
      id: "event-twice",
      sentence: "A decision is written down twice",
      plant: change((given) => ({
        ...given,
        ...(given.append && {
          append: given.append.flatMap((one) =>
            (one.data as Loose).event === "granted"
              ? [one, { ...one, id: crypto.randomUUID() }]
              : [one],
          ),
        }),
      })),
    },
    {
      id: "second-delete-recorded",
      sentence: "A second DELETE is written down as a withdrawal",
      plant: change((given, { now, state }) => {
        const before: Loose = state;
        const after: Loose = given.state;
        const isAgain =
          before?.decision.status === "withdrawn" &&
          after?.decision.status === "withdrawn" &&
          after.decision.at === before.decision.at &&
          after.decision.sequence !== before.decision.sequence;
        return isAgain
          ? {
              ...given,
              append: [
                {
                  id: crypto.randomUUID(),
                  log: "decision" as const,
                  data: {
                    event: "withdrawn",
                    at: now.toISOString(),
                    revision: null,
                    language: null,
                    textDigest: null,
                    textKnown: null,
                    payloadDigest: null,
                    via: null,
                    seen: null,
                    ended: null,
                  },
                },
              ],
            }
          : given;
      }),
    },
    {
      id: "entry-for-other-purpose",
      sentence: "Every entry is of the first purpose",
      plant: entry(() => ({ purpose: "crash-reports" })),
    },
    {
      id: "entry-of-unknown-purpose",
      sentence: "An entry names its purpose by its title",
      plant: entry(() => ({ purpose: "Crash reports" })),
    },
    {
      id: "refused-write-recorded",
      sentence: "A grant that was turned down is written down",
      plant: () => ({
        front: async (hop) => {
          const answer = await hop.pass();
          if (is.put(hop) && answer.status === 412)
            hop.store.changeNow(hop.path.split("/")[2] ?? "", ({ now }) => ({
              result: undefined,
              append: [
                {
                  id: crypto.randomUUID(),
                  log: "decision" as const,
                  data: {
                    event: "refused",
                    at: now.toISOString(),
                    revision: null,
                    language: null,
                    textDigest: null,
                    textKnown: null,
                    payloadDigest: null,
                    via: null,
                    seen: null,
                    ended: null,
                  },
                },
              ],
            }));
          return answer;
        },
      }),
    },
    {
      id: "entry-members-missing",
      sentence: "An entry leaves out what is null",
      plant: tells(is.history, (page) => ({
        ...page,
        entries: page.entries.map((one: Loose) =>
          Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null)),
        ),
      })),
    },
    {
      id: "confirmed-of-nothing",
      sentence: "A confirmed deletion does not say with which signature",
      plant: entry((one) =>
        one.event === "deletion-confirmed" ? { signature: "valid" } : {},
      ),
    },
  ],
};
