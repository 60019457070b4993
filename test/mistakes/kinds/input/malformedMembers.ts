import type { Loose } from "../../faultyPanel/faults.ts";
import type { Mistake } from "../../mistake.ts";
import { acceptsBody, isDigest } from "./acceptsBody.ts";

const members = [
  "decision",
  "revision",
  "language",
  "textDigest",
  "payloadDigest",
  "seen",
];

const known = (body: Loose) =>
  Object.fromEntries(Object.entries(body).filter(([name]) => members.includes(name)));

const other = `sha-256=:${"A".repeat(43)}=:`;

/** A member of the body is taken that the contract does not have. */
export const malformedMembers: readonly Mistake[] = [
  {
    id: "unknown-member-in-grant",
    sentence: "A grant with a member that the contract does not have is accepted",
    plant: acceptsBody((body) => (body.decision === "granted" ? known(body) : undefined)),
  },
  {
    id: "unknown-member-in-refusal",
    sentence: "A refusal with a member that the contract does not have is accepted",
    plant: acceptsBody((body) => (body.decision === "refused" ? known(body) : undefined)),
  },
  {
    id: "payload-digest-in-refusal",
    sentence: "A refusal with the digest of a payload is accepted",
    plant: acceptsBody(({ payloadDigest: _digest, ...body }) =>
      body.decision === "refused" ? body : undefined,
    ),
  },
  {
    id: "unknown-language",
    sentence: "A language that the contract does not have is taken for English",
    plant: acceptsBody((body) =>
      ["de", "en"].includes(body.language) ? undefined : { ...body, language: "en" },
    ),
  },
  {
    id: "language-by-region",
    sentence: "de-AT is taken for de",
    plant: acceptsBody((body) =>
      /^(de|en)-/.test(body.language)
        ? { ...body, language: body.language.slice(0, 2) }
        : undefined,
    ),
  },
  {
    id: "malformed-digest-of-refusal",
    sentence: "A refusal with something else than a digest is recorded",
    plant: acceptsBody((body) =>
      body.decision === "refused" && !isDigest(body.textDigest)
        ? { ...body, textDigest: other }
        : undefined,
    ),
  },
  {
    id: "malformed-revision",
    sentence: "A revision with spaces in it is recorded",
    plant: acceptsBody((body) =>
      typeof body.revision === "string"
        ? { ...body, revision: body.revision.replaceAll(" ", "-") }
        : undefined,
    ),
  },
  {
    id: "long-revision",
    sentence: "A revision of any length is recorded",
    plant: acceptsBody((body) =>
      typeof body.revision === "string"
        ? { ...body, revision: body.revision.slice(0, 100) }
        : undefined,
    ),
  },
];
