import { type Page, withNewest, withOlder } from "../client/entryList.ts";
import { OutsideContract } from "../client/errors.ts";
import type { Task } from "./panelCommand.ts";

/**
 * Reads a list of the panel, newest first, until an entry is found that is looked for, or to
 * its end; says meanwhile how far it is.
 *
 * @throws {OutsideContract} for a list that gives the same part again.
 */
export async function readWholeList<Entry extends { readonly id: string }>(
  readPage: (after: string | undefined) => Promise<Page<Entry>>,
  { words, terminal }: Pick<Task, "words" | "terminal">,
  isWanted: (entry: Entry) => boolean = () => false,
): Promise<readonly Entry[]> {
  let list = withNewest(await readPage(undefined), undefined);
  while (list.next !== null && !list.entries.some(isWanted)) {
    terminal.tell(words("list.read", { count: list.entries.length }));
    list = withOlder(list, await readPage(list.next));
  }
  if (list.repeats) throw new OutsideContract(200, "a list gives the same part again.");
  return list.entries;
}
