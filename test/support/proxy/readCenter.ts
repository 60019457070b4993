import words from "../../../locales/en/interface.json" with { type: "json" };
import type { Decision } from "../../../src/contract/index.ts";
import { formatMoment } from "../../../src/i18n/formatMoment.ts";

const { status } = words;

/** What the English card of the one purpose on a page says. */
export interface ReadCenter {
  /** Undefined where no state is shown, and so no switch. */
  readonly checked: boolean | undefined;
  /** The sentences about the panel's state. */
  readonly states: readonly string[];
  /** What is said to be on its way. */
  readonly wish: "granting" | "refusing" | "withdrawing" | "decided-anew" | undefined;
  /** Who the page says is signed in. */
  readonly viewer: string | undefined;
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

const wishes = Object.entries(status).flatMap(([key, sentence]) => {
  const kind =
    /^(?:granting|refusing|decided-anew)$/.exec(key)?.[0] ??
    /^withdrawing/.exec(key)?.[0];
  return kind ? [{ kind: kind as NonNullable<ReadCenter["wish"]>, sentence }] : [];
});

/** Reads what stands there now, without waiting. */
export function readCenter(root: ParentNode): ReadCenter {
  const card = root.querySelector("[data-kt=purpose]");
  const toggle = card?.querySelector<HTMLInputElement>("[role=switch]");
  const text = card?.textContent ?? "";
  return {
    checked: toggle?.checked,
    states: states.flatMap((one) => one.exec(text)?.[0] ?? []),
    wish: wishes.find(({ sentence }) => text.includes(sentence))?.kind,
    viewer: viewer.exec(root.textContent ?? "")?.[1],
  };
}

/** A sentence with gaps as what it may have become; no name or time holds a full stop. */
function pattern(sentence: string): RegExp {
  const parts = sentence
    .split(/\{\{\w+\}\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(parts.join("([^.]*?)"));
}
