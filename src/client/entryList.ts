/** One page of a list, newest first; `next` is the cursor of the page after it. */
export interface Page<Entry> {
  readonly entries: readonly Entry[];
  readonly next: string | null;
}

/** What has been read of a list so far, newest first. */
export interface EntryList<Entry> extends Page<Entry> {
  /** The cursors that older pages were asked for by. */
  readonly cursors: readonly string[];
  /** The panel gave a cursor or entries again: what is older cannot be read. */
  readonly repeats: boolean;
}

interface Identified {
  readonly id: string;
}

/** Takes the newest page; the older ones stay, as long as nothing is missing between. */
export function withNewest<Entry extends Identified>(
  page: Page<Entry>,
  before: EntryList<Entry> | undefined,
): EntryList<Entry> {
  const fresh = { ...page, cursors: [], repeats: false };
  if (!before || before.cursors.length === 0) return fresh;
  const ids = new Set(page.entries.map(({ id }) => id));
  const older = before.entries.filter(({ id }) => !ids.has(id));
  if (older.length === before.entries.length) return fresh;
  return { ...before, entries: [...page.entries, ...older] };
}

/** Adds the page that `list.next` names. One that tells nothing new ends the list. */
export function withOlder<Entry extends Identified>(
  list: EntryList<Entry>,
  page: Page<Entry>,
): EntryList<Entry> {
  const ids = new Set(list.entries.map(({ id }) => id));
  const added = page.entries.filter(({ id }) => !ids.has(id));
  const cursors = list.next === null ? list.cursors : [...list.cursors, list.next];
  const repeats =
    page.next !== null && (added.length === 0 || cursors.includes(page.next));
  return {
    entries: [...list.entries, ...added],
    next: repeats ? null : page.next,
    cursors,
    repeats,
  };
}
