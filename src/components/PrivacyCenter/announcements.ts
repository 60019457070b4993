import type { Language } from "../../policy/language.ts";

interface Announcement {
  readonly number: number;
  readonly language: Language;
  readonly sentence: string;
}

/** What a live region holds, and what waits until the last of it has been noticed. */
export interface Announcements {
  readonly said: readonly Announcement[];
  readonly waiting: readonly Announcement[];
  /** Whether so little time has passed that another one could be left out. */
  readonly isPausing: boolean;
}

export const silence: Announcements = { said: [], waiting: [], isPausing: false };

/** More than change at once, so that each of them is heard. */
const kept = 12;

/** Says it, or has it wait for its turn. */
export function announce(
  before: Announcements,
  sentence: string,
  language: Language,
): Announcements {
  const last = before.waiting.at(-1) ?? before.said.at(-1);
  const next = { number: (last?.number ?? 0) + 1, language, sentence };
  return before.isPausing
    ? { ...before, waiting: [...before.waiting, next] }
    : say(before.said, [next]);
}

/** Says what has waited longest, once the pause is over. */
export function endPause({ said, waiting }: Announcements): Announcements {
  return waiting.length > 0
    ? say(said, waiting)
    : { said, waiting: [], isPausing: false };
}

function say(
  said: readonly Announcement[],
  [next, ...waiting]: readonly Announcement[],
): Announcements {
  return {
    said: next ? [...said.slice(1 - kept), next] : said,
    waiting,
    isPausing: true,
  };
}
