import words from "../../../locales/en/interface.json" with { type: "json" };
import type { Decision } from "../../../src/contract/index.ts";
import { formatMoment } from "../../../src/i18n/formatMoment.ts";
import { alertSelector } from "../alerts.ts";

const { status } = words;

/** What an English page with one purpose says. */
export interface ReadCenter {
  /** Undefined where no state is shown, and so no switch. */
  readonly checked: boolean | undefined;
  /** The sentences about the panel's state. */
  readonly states: readonly string[];
  /** What is said to be on its way. */
  readonly wish: keyof typeof wishes | undefined;
  /** Whether it says that the panel does not have a decision. */
  readonly isNotRecorded: boolean;
  /** Who the page says is signed in. */
  readonly viewer: string | undefined;
  /** Why the panel's state cannot be read. */
  readonly problem: string;
}

const stateKeys = ["undecided", "refused", "granted", "outdated", "withdrawn"] as const;

/** The sentence of a decision, as the page has to say it. */
export function stateSentence({ status: known, by, at }: Decision): string {
  const key = stateKeys.find((one) => one === known);
  if (!key) throw new RangeError(`No sentence tells of "${known}".`);
  return status[key]
    .replace("{{name}}", by?.name ?? "")
    .replace("{{time}}", at ? formatMoment(new Date(at), "en") : "");
}

const states = stateKeys.map((key) => pattern(status[key]));
const viewer = pattern(words.viewer);

const wishes = {
  granting: [status.granting],
  refusing: [status.refusing],
  withdrawing: [
    status.withdrawing,
    status["withdrawing-lost"],
    status["withdrawing-lost-while-open"],
    status["withdrawing-lost-by-asking"],
    status["withdrawing-signed-out"],
  ],
  "decided-anew": [
    status["decided-anew"],
    status["decided-anew-restored"],
    status["decided-anew-not-seen"],
  ],
} as const;

const wishKeys = Object.keys(wishes) as readonly (keyof typeof wishes)[];

/** Reads what stands there now, without waiting. */
export function readCenter(root: ParentNode): ReadCenter {
  const toggle = root.querySelector<HTMLInputElement>("[role=switch]");
  const sections = textOf(root, ".kt-section");
  const notices = textOf(root, ".kt-notice");
  return {
    checked: toggle?.checked,
    states: states.flatMap((one) => one.exec(sections)?.[0] ?? []),
    wish: wishKeys.find((key) => wishes[key].some((one) => notices.includes(one))),
    isNotRecorded: sections.includes(words.problem["not-recorded"]),
    viewer: viewer.exec(textOf(root, "header"))?.[1],
    problem: textOf(root, `header ~ div > ${alertSelector}`),
  };
}

function textOf(root: ParentNode, selector: string): string {
  return [...root.querySelectorAll(selector)]
    .map(({ textContent }) => textContent)
    .join("\n");
}

/** A sentence with gaps as what it may have become; no name or time holds a full stop. */
function pattern(sentence: string): RegExp {
  const parts = sentence
    .split(/\{\{\w+\}\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(parts.join("([^.]*?)"));
}
