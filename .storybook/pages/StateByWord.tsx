import {
  isReadStatus,
  type PurposeStatus,
  purposeStatus,
  purposeStatuses,
} from "../../src/client/purposeStatus.ts";
import { StatusChip } from "../../src/components/PurposeStatus/StatusChip.tsx";
import { DecisionStory } from "../../test/support/DecisionStory.tsx";
import { decisionLook, lookNames } from "../../test/support/decisionLooks.ts";
import { InLanguage } from "../InLanguage.tsx";

export interface StateByWordProps {
  /** A chip or what modifies a status, as docs/states.md names it. */
  readonly word: string;
}

const chipOf = (name: (typeof lookNames)[number]): PurposeStatus => {
  const { purpose, wish, obstacle } = decisionLook(name);
  return purposeStatus(purpose, wish, obstacle);
};

/** A state, found by its word: its chip in both languages, and the decision where there is one. */
export function StateByWord({ word }: StateByWordProps) {
  const name =
    lookNames.find((one) => one.split("+")[1] === word) ??
    lookNames.find((one) => one === `${word}+none`) ??
    lookNames.find((one) => chipOf(one) === word);
  const status =
    purposeStatuses.find((one) => one === word) ?? (name ? chipOf(name) : undefined);
  const look = name && decisionLook(name);
  return (
    <>
      <h1 translate="no">{word}</h1>
      {status &&
        (["de", "en"] as const).map((language) => (
          <InLanguage key={language} language={language}>
            <p>
              <StatusChip
                status={status}
                isLastKnown={isReadStatus(status) && look?.isLastKnown === true}
              />
            </p>
          </InLanguage>
        ))}
      {look && <DecisionStory looks={[look]} />}
    </>
  );
}
