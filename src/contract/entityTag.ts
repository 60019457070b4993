/** What compresses appends the coding's name to a tag, and may make it weak. */
const codings = /(?:[-;]{1,2}(?:x-)?(?:gzip|deflate|compress|br|zstd))*$/;

/**
 * The opaque parts of a list of entity tags (RFC 9110 § 8.8.3), without the codings that a
 * proxy named in them. What is no tag is left out.
 */
export function tagsIn(list: string): readonly string[] {
  return opaqueTags(list).map(withoutCodings);
}

/** Whether a list names a tag, compared weakly, whatever a proxy made of it. */
export function namesTag(list: string, tag: string): boolean {
  const given = opaqueTags(list);
  return opaqueTags(tag).some((own) => given.some((one) => isMadeOf(one, own)));
}

/** A tag of ours may end in a hyphen itself, so what follows it is what is looked at. */
function isMadeOf(given: string, own: string): boolean {
  return given.startsWith(own) && given.slice(own.length).replace(codings, "") === "";
}

function opaqueTags(list: string): readonly string[] {
  const members = list.matchAll(/(?:^|,)[ \t]*(?:W\/)?"([^"]*)"[ \t]*(?=,|$)/g);
  return [...members].map(([, opaque = ""]) => opaque);
}

function withoutCodings(opaque: string): string {
  return opaque.replace(codings, "");
}
