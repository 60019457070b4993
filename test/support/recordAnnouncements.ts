import { onTestFinished } from "vitest";

const liveSelector = '[aria-live], [role="status"], [role="alert"], [role="log"]';

/**
 * Notes every sentence that is put into a live region of the document from now on, and every
 * alert that comes with its sentence, in their order: what a screen reader would say.
 */
export function recordAnnouncements(): { readonly take: () => readonly string[] } {
  let said: string[] = [];
  const note = (records: readonly MutationRecord[]) => {
    for (const { target, addedNodes } of records) {
      for (const node of addedNodes) said.push(...spokenIn(target, node));
    }
  };
  const observer = new MutationObserver(note);
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    characterData: true,
  });
  onTestFinished(() => observer.disconnect());
  return {
    take: () => {
      note(observer.takeRecords());
      const taken = said;
      said = [];
      return taken;
    },
  };
}

function spokenIn(target: Node, node: Node): readonly string[] {
  const parent = target instanceof Element ? target : target.parentElement;
  const isLive = parent?.closest(liveSelector) != null;
  const inserted = node instanceof Element ? node : undefined;
  const regions = isLive
    ? [node]
    : inserted?.matches('[role="alert"]')
      ? [inserted]
      : [...(inserted?.querySelectorAll('[role="alert"]') ?? [])];
  return regions.flatMap(({ textContent }) => textContent || []);
}
