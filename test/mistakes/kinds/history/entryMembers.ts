import { change, type Loose, type Plant, tells } from "../../faultyPanel/faults.ts";
import { is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { tellsRecord } from "./tellsRecord.ts";

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

/** An entry does not say what was decided. */
export const entryMembers: readonly Mistake[] = [
  {
    id: "entry-by-nobody",
    sentence: "The history does not tell who decided",
    plant: tellsRecord(() => ({ by: null })),
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
    plant: tellsRecord((one) =>
      isAct(one) ? {} : { by: { id: "admin", name: "Admin" } },
    ),
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
    plant: tellsRecord((one) => (one.event === "withdrawn" ? { textKnown: true } : {})),
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
    plant: tellsRecord((one) =>
      one.event === "deletion-confirmed" ? { signature: "valid" } : {},
    ),
  },
];
