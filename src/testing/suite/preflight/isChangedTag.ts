/**
 * Whether a proxy that compresses has changed this entity tag: made it weak (nginx), or put
 * the coding on its end (Apache).
 */
export function isChangedTag(tag: string | null | undefined): boolean {
  return /^W\/|[-;:](gzip|br|deflate|zstd)"$/.test(tag ?? "");
}
