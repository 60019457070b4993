import { randomUuidsIn } from "../receiver/randomUuids.ts";

/** What stands for a secret, and for a UUID. */
export const hidden = { secret: "…", uuid: "[UUID]" } as const;

/** Shorter than this nothing is a secret, and too much would be taken for it. */
const shortest = 4;

/** Takes what must not be shown out of a text. */
export type Redact = (text: string) => string;

/**
 * Takes out of any text what the headers given to the command hold, and every UUID that is
 * known as a pseudonym, however they are written.
 */
export function createRedact(
  headerLists: readonly (Readonly<Record<string, string>> | undefined)[],
  pseudonyms: () => Iterable<string> = () => [],
): Redact {
  const secrets = headerLists
    .flatMap((headers) => Object.values(headers ?? {}))
    .flatMap(partsOf)
    .flatMap(writtenForms)
    .filter((secret) => secret.length >= shortest)
    .toSorted((one, other) => other.length - one.length);
  return (text) => {
    const shown = secrets.reduce(
      (rest, secret) => rest.replaceAll(secret, hidden.secret),
      text,
    );
    const known = new Set(pseudonyms());
    return known.size === 0 ? shown : withoutUuids(shown, (uuid) => known.has(uuid));
  };
}

/** The text without its random UUIDs. */
export function withoutUuids(
  text: string,
  isHidden: (uuid: string) => boolean = () => true,
): string {
  return randomUuidsIn(text)
    .filter(isHidden)
    .reduce((rest, uuid) => {
      const pattern = uuid.replaceAll("-", "-?");
      return rest.replaceAll(new RegExp(pattern, "gi"), hidden.uuid);
    }, text);
}

/** How credentials are named, which is no secret (RFC 9110 § 11.1). */
const schemes = ["basic", "bearer", "digest", "token", "negotiate"];

/** A header's value, its words, the values of a cookie (RFC 6265 § 4.2.1), and a password. */
function partsOf(value: string): readonly string[] {
  const words = value
    .split(/[\s;,]+/)
    .filter((word) => !schemes.includes(word.toLowerCase()));
  const values = words.flatMap((word) => word.split(/^[^=]*=/).filter(Boolean));
  return [
    value,
    ...words.filter((word) => word.length > 8),
    ...values.filter(isLong),
    ...credentialsOf(value),
  ];
}

/** What `Basic` holds is a name and a password (RFC 7617). */
function credentialsOf(value: string): readonly string[] {
  const [, coded] = /^basic\s+(\S+)$/i.exec(value) ?? [];
  if (coded === undefined) return [];
  const pair = Buffer.from(coded, "base64").toString();
  return [pair, pair.slice(pair.indexOf(":") + 1)];
}

function isLong(text: string): boolean {
  return text.length > 5;
}

function writtenForms(secret: string): readonly string[] {
  const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
  return [...new Set(forms)];
}
