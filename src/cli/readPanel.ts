import { compareText } from "../client/compareText.ts";
import {
  asKlartextError,
  type KlartextError,
  OutsideContract,
} from "../client/errors.ts";
import {
  type GrantConditions,
  type GrantObstacle,
  grantObstacle,
} from "../client/grantObstacle.ts";
import type { PayloadAnswer } from "../client/payloadAnswer.ts";
import { type PseudonymFinding, pseudonymFinding } from "../client/pseudonymFinding.ts";
import { type PurposeStatus, purposeStatus } from "../client/purposeStatus.ts";
import { noWish } from "../client/wish.ts";
import type { PurposeState, Viewer } from "../contract/purposeState.ts";
import { digestText } from "../payload/digest.ts";
import { type ReadPayload, readPayload } from "../payload/readPayload.ts";
import { type Finding, findingsOf } from "../payload/view/findings.ts";
import {
  buildDocument,
  type Card,
  type ConsentActivity,
  consentActivities,
  findRevision,
  type Language,
  type Policy,
  type PolicyDocument,
  policyText,
  type Section,
} from "../policy/index.ts";
import type { Connection } from "./createCommandClient.ts";

/** What a panel stands for, beside the text that the command shows. */
export interface PolicyInForce {
  /** The revision that the panel names, where it is known, else the newest. */
  readonly policy: Policy;
  readonly document: PolicyDocument;
  readonly text: string;
  readonly textDigest: string;
  /** Whether the panel stands for this very text. */
  readonly comparison: GrantConditions["text"];
}

/** A purpose as a page would have it on the screen. */
export interface ShownPurpose {
  readonly activity: ConsentActivity;
  readonly section: Section;
  readonly card: Card;
  readonly state: PurposeState;
  readonly status: PurposeStatus;
  /** Why consent cannot be given now. */
  readonly obstacle: GrantObstacle | undefined;
  /** The bytes, what they hold and what is wrong with them; or why they cannot be had. */
  readonly payload: ExaminedPayload | KlartextError;
}

export interface ExaminedPayload extends PayloadAnswer {
  readonly reading: ReadPayload;
  readonly findings: readonly Finding[];
  /** What is wrong with the pseudonym's place. */
  readonly pseudonym: PseudonymFinding | undefined;
  /** Whether somebody decided between the reading of the state and that of the bytes. */
  readonly isOfAnotherState: boolean;
}

export interface PanelReading {
  readonly viewer: Viewer;
  readonly inForce: PolicyInForce;
  readonly purposes: readonly ShownPurpose[];
}

/**
 * Reads all that a page shows of some purposes: the policy, the state, and then the bytes.
 * Rejects with a `KlartextError` where policy or state cannot be read.
 */
export async function readPanel(
  { client, policy }: Connection,
  ids: readonly string[],
  language: Language,
  signal?: AbortSignal,
): Promise<PanelReading> {
  const inForce = await readPolicy({ client, policy }, language, signal);
  const { viewer, store, purposes: states } = await client.getPurposes(signal);
  const standsStill = async (id: string): Promise<boolean> => {
    const now = await client.getPurposes(signal);
    const [before, after] = [states[id], now.purposes[id]];
    return (
      now.store.epoch === store.epoch &&
      after?.decision.sequence === before?.decision.sequence
    );
  };
  const purposes = ids.map(async (id): Promise<ShownPurpose> => {
    const state = states[id];
    const activity = [inForce.policy, policy]
      .flatMap(consentActivities)
      .find((one) => one.id === id);
    const section = inForce.document.sections.find(({ anchor }) => anchor === id);
    const card = inForce.document.cards.find((one) => one.activity === id);
    if (!state || !activity || !section || !card) {
      throw new OutsideContract(200, `the purpose "${id}" is missing.`);
    }
    const payload = await examine(client.getPayload(id, signal), activity, state, () =>
      standsStill(id),
    );
    const isRead = !(payload instanceof Error);
    const newer = isRead && payload.isOfAnotherState;
    const obstacle = grantObstacle({
      ...{ viewer, purpose: state, text: inForce.comparison, newer },
      payload: isRead ? payload : undefined,
      reading: isRead ? payload.reading : undefined,
      pseudonym: isRead ? payload.pseudonym : undefined,
    });
    const status = purposeStatus(state, noWish, obstacle);
    return { activity, section, card, state, status, obstacle, payload };
  });
  return { viewer, inForce, purposes: await Promise.all(purposes) };
}

async function readPolicy(
  { client, policy: newest }: Connection,
  language: Language,
  signal?: AbortSignal,
): Promise<PolicyInForce> {
  const stated = await client.getPolicy(signal);
  const named = findRevision(newest, stated.revision);
  const policy = named ?? newest;
  const text = policyText(policy, language);
  const textDigest = await digestText(text);
  return {
    ...{ policy, text, textDigest, document: buildDocument(policy, language) },
    comparison: compareText({
      ...{ stated, language, textDigest, isFailed: false },
      isNamed: named !== undefined,
    }),
  };
}

async function examine(
  answer: Promise<PayloadAnswer>,
  activity: ConsentActivity,
  state: PurposeState,
  standsStill: () => Promise<boolean>,
): Promise<ExaminedPayload | KlartextError> {
  try {
    const payload = await answer;
    const reading = readPayload(payload.bytes, activity.schema);
    const suspected =
      reading.status === "readable"
        ? pseudonymFinding(activity, state, reading.places)
        : undefined;
    const isOfAnotherState = suspected !== undefined && !(await standsStill());
    const pseudonym = isOfAnotherState ? undefined : suspected;
    const findings = findingsOf({ reading, check: payload.check, pseudonym });
    return { ...payload, reading, findings, pseudonym, isOfAnotherState };
  } catch (error) {
    return asKlartextError(error);
  }
}
