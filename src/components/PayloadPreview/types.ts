import type { KlartextError } from "../../client/errors.ts";
import type { PayloadAnswer } from "../../client/payloadAnswer.ts";
import type { Highlight } from "../../hooks/useHighlight.ts";
import type { ReadBySchema } from "../../payload/comparePayloads.ts";
import type { LocatedValue } from "../../payload/locateValues.ts";
import type { ReadPayload } from "../../payload/readPayload.ts";
import type { Finding } from "../../payload/view/findings.ts";
import type { Card, CardItem, Section } from "../../policy/document.ts";
import type { ConsentActivity, Policy } from "../../policy/policy.ts";

/** Bytes that are on the screen, with what they were found to hold. */
export interface PayloadOnScreen {
  readonly status: "shown";
  readonly payload: PayloadAnswer;
  readonly reading: ReadPayload;
  /** What is wrong with them. */
  readonly findings: readonly Finding[];
  /** Whether zeros stand where a UUID will, and are right to. */
  readonly hasPlaceholder: boolean;
}

/** The bytes of a purpose, or why there are none. */
export type PayloadContent =
  | PayloadOnScreen
  | { readonly status: "loading" }
  | { readonly status: "failed"; readonly error: KlartextError };

/** Whether the panel of the bytes is open, and how it shows the values. */
export type BytesPanelState = "closed" | "bytes" | "table";

/** Where the focus goes within the panel; a new object each time that it goes there. */
export type FocusTarget =
  | { readonly part: "heading" | "explanation" | "bytes" | "digest" | "findings" }
  | { readonly part: "sentence"; readonly item: string };

/** What the parts of one card share of its payload. */
export interface PayloadView {
  /** The revision in force. */
  readonly policy: Policy;
  readonly section: Section;
  readonly card: Card;
  /** What the bytes are read by. */
  readonly activity: ConsentActivity;
  /** The disclosed items that the bytes are read by, in the order of the policy. */
  readonly items: readonly CardItem[];
  readonly content: PayloadContent;
  /** What stood on the screen before the person asked for newer bytes. */
  readonly before: ReadBySchema | undefined;
  /** Whether consent stands and nothing holds reports back. */
  readonly isEffective: boolean;
  /** Whether the panel has other bytes by now. */
  readonly isNewer: boolean;
  /** Whether the person has asked for them, and the policy is being read first. */
  readonly isShowingNewer: boolean;
  readonly highlight: Highlight;
  /** How many selections have been said, also while the panel was closed. */
  readonly announced: { current: number };
  readonly panel: BytesPanelState;
  /** The id of the panel, for the button that opens it. */
  readonly panelId: string;
  readonly focusTarget: FocusTarget | undefined;
  readonly setPanel: (panel: BytesPanelState) => void;
  /** Shows the newer bytes, opens the panel and goes to its heading. */
  readonly showNewer: () => void;
  /** Opens the panel and goes to the first thing that is wrong with the bytes. */
  readonly showFinding: () => void;
  /** Opens the panel and goes to a value of an item, or to one value. */
  readonly showItem: (item: string) => void;
  readonly showValue: (value: LocatedValue) => void;
  /** Goes to the sentence of an item within the panel. */
  readonly showSentence: (item: string) => void;
}
