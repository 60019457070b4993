/** A part of a component, by the class that the sheet styles it with. */
export interface Part {
  readonly name: string;
  readonly what: string;
}

export interface Anatomy {
  /** The root of the component, of which the first in the page is marked. */
  readonly of: string;
  readonly parts: readonly Part[];
}

const part = (name: string, what: string): Part => ({ name, what });

/** The components of a centre and their parts, from the outside to the inside. */
export const anatomies = {
  Centre: {
    of: "[data-kt=center]",
    parts: [
      part("kt-header", "heading of the page"),
      part("kt-header__title", "its name"),
      part("kt-header__links", "to the policy and to the export"),
      part("kt-card", "one purpose"),
    ],
  },
  Card: {
    of: "[data-kt=purpose]",
    parts: [
      part("kt-card__columns", "two columns where there is room"),
      part("kt-card__decision", "state, switch, timeline, rows"),
      part("kt-card__head", "name and chip"),
      part("kt-card__values", "the values that would be sent"),
      part("kt-rows", "who, when, what for, how long"),
      part("kt-folds", "sent, history, where and how, wording"),
    ],
  },
  Decision: {
    of: ".kt-card__decision",
    parts: [
      part("kt-chip", "state: sign, word, colour"),
      part("kt-status", "one line that keeps its height"),
      part("kt-choices", "the switch, and what stands beside it"),
    ],
  },
  Switch: {
    of: "[data-kt=switch]",
    parts: [
      part("kt-switch__input", "track and thumb"),
      part("kt-switch__label", "what it gives consent to"),
      part("kt-switch__state", "on or off, as a word"),
    ],
  },
  Timeline: {
    of: "[data-kt=timeline]",
    parts: [
      part("kt-timeline__steps", "what happened, and what comes"),
      part("kt-timeline__step", "one of them"),
      part("kt-timeline__mark", "done, planned, open, failed: by shape"),
      part("kt-timeline__name", "what it is"),
      part("kt-timeline__when", "when"),
    ],
  },
  Values: {
    of: "[data-kt=values]",
    parts: [
      part("kt-values__heading", "what is shown"),
      part("kt-values__rows", "the values, in the policy's order"),
      part("kt-values__row", "one item and its value"),
      part("kt-values__actions", "to the exact bytes"),
    ],
  },
  Log: {
    of: "div",
    parts: [
      part("kt-year", "twelve months at a glance"),
      part("kt-year__months", "one after the other"),
      part("kt-year__mark", "reports of a month: by shape"),
      part("kt-filter", "a choice of the entries"),
      part("kt-entries", "the entries"),
      part("kt-entries__table", "a table, or a stack where it is narrow"),
    ],
  },
  History: {
    of: "div",
    parts: [
      part("kt-entries", "the entries"),
      part("kt-entries__table", "a table, or a stack where it is narrow"),
      part("kt-receipt", "what was agreed to, to keep and to print"),
      part("kt-receipt__title", "its name"),
      part("kt-receipt__words", "the words that were agreed to"),
      part("kt-digest", "a checksum, in groups"),
    ],
  },
  Transport: {
    of: "div",
    parts: [
      part("kt-way", "the way of the data"),
      part("kt-way__stations", "from here to the receiver"),
      part("kt-way__end", "one of its ends"),
      part("kt-way__name", "who it is"),
      part("kt-way__between", "what lies between"),
      part("kt-rows", "method, address, headers, certificate"),
    ],
  },
  Policy: {
    of: "[data-kt=policy]",
    parts: [
      part("kt-policy__summary", "all in a few lines"),
      part("kt-policy__contents", "the way to each section"),
      part("kt-policy__sample", "an example of the data"),
    ],
  },
} as const satisfies Readonly<Record<string, Anatomy>>;
