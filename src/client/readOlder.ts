import { type EntryList, withOlder } from "./entryList.ts";
import type { ReadPage } from "./queries.ts";

/** How many pages are read at one asking, one after the other. */
const maxPages = 5;

interface OlderOptions<Entry> {
  /** The list as it is by now: it may be read anew meanwhile. */
  readonly current: () => EntryList<Entry> | undefined;
  readonly readPage: ReadPage<Entry>;
  readonly isWanted: (entry: Entry) => boolean;
  /** Called with the list after each page. */
  readonly onRead: (list: EntryList<Entry>) => void;
  readonly signal: AbortSignal;
}

/** Reads older pages until one tells of what is wanted, a few of them at the most. */
export async function readOlder<Entry extends { readonly id: string }>({
  current,
  readPage,
  isWanted,
  onRead,
  signal,
}: OlderOptions<Entry>): Promise<void> {
  for (let count = 0; count < maxPages; count += 1) {
    const cursor = current()?.next;
    if (cursor == null) return;
    const page = await readPage(cursor, signal);
    const list = current();
    if (list?.next !== cursor) return;
    onRead(withOlder(list, page));
    if (page.entries.some(isWanted)) return;
  }
}
