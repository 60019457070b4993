import words from "../../../locales/en/interface.json" with { type: "json" };
import type { PurposeStatus } from "../../../src/client/purposeStatus.ts";
import { alertSelector } from "../alerts.ts";
import { readStatus, type Said } from "../readStatus.ts";

/** What an English page with one purpose says. */
interface ReadCenter {
  /** Undefined where no state is shown, and so no switch. */
  readonly checked: boolean | undefined;
  /** What the chip says; undefined where no card tells a status. */
  readonly status: string | undefined;
  /** What chip and line say of the panel's state; nothing while they tell of a wish. */
  readonly states: readonly Said[];
  /** What is said to be on its way. */
  readonly wish: Wished | undefined;
  /** Whether it says that the panel does not have a decision. */
  readonly isNotRecorded: boolean;
  /** Who the page says is signed in. */
  readonly viewer: string | undefined;
  /** Why the panel's state cannot be read. */
  readonly problem: string;
}

type Wished = "granting" | "refusing" | "withdrawing" | "decided-anew";

const wishedBy: Partial<Record<string, Wished>> = {
  granting: "granting",
  refusing: "refusing",
  withdrawing: "withdrawing",
  "not-withdrawn-yet": "withdrawing",
} satisfies Partial<Record<PurposeStatus, Wished>>;

/** Chips that say nothing of what the panel has. */
const withoutState: ReadonlySet<string | undefined> = new Set([
  undefined,
  ...Object.keys(wishedBy),
  ...(["checking", "not-read"] satisfies PurposeStatus[]),
]);

const anew = [
  words.wish["decided-anew"],
  words.wish["decided-anew-restored"],
  words.wish["decided-anew-not-seen"],
];
const viewer = new RegExp(
  words.viewer.replace(".", "\\.").replace("{{name}}", "([^.]+)"),
);

/** Reads what stands there now, without waiting. */
export function readCenter(root: ParentNode): ReadCenter {
  const toggle = root.querySelector<HTMLInputElement>("[role=switch]");
  const chip = root.querySelector<HTMLElement>(".kt-card .kt-chip");
  const card = chip?.closest(".kt-card");
  const status = chip?.dataset.status;
  const notices = textOf(root, ".kt-notice");
  return {
    checked: toggle?.checked,
    status,
    states: card && !withoutState.has(status) ? readStatus(card) : [],
    wish: anew.some((one) => notices.includes(one))
      ? "decided-anew"
      : wishedBy[status ?? ""],
    isNotRecorded: textOf(root, ".kt-card").includes(words.problem["not-recorded"]),
    viewer: viewer.exec(textOf(root, "header"))?.[1],
    problem: textOf(root, `header ~ div > ${alertSelector}`),
  };
}

function textOf(root: ParentNode, selector: string): string {
  return [...root.querySelectorAll(selector)]
    .map(({ textContent }) => textContent)
    .join("\n");
}
