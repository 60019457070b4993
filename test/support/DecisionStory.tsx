import { useId } from "react";
import { purposeStatus } from "../../src/client/purposeStatus.ts";
import { PurposeDecision } from "../../src/components/PrivacyCenter/PurposeDecision.tsx";
import { people } from "../../src/testing/index.ts";
import { type DecisionLook, decisionLook, type LookName } from "./decisionLooks.ts";
import { shows } from "./states.ts";

export interface DecisionStoryProps {
  readonly looks: readonly DecisionLook[];
}

const nothing = () => Promise.resolve();

/** The left side of a card in each of some looks, as a card would frame it. */
export function DecisionStory({ looks }: DecisionStoryProps) {
  return looks.map((look) => <Look key={JSON.stringify(look)} {...look} />);
}

function Look(look: DecisionLook) {
  const { purpose, wish, obstacle, isLastKnown, isSettling, mayDecide } = look;
  const id = useId();
  return (
    <section className="kt-card" aria-labelledby={id} data-kt="purpose">
      <div className="kt-card__columns">
        <div className="kt-card__decision">
          <PurposeDecision
            label="Serverstatistiken senden"
            heading="Serverstatistiken"
            headingId={id}
            headingLevel={2}
            activity={{ identification: "pseudonym", schedule: "monthly" }}
            status={purposeStatus(purpose, wish, obstacle)}
            {...{ purpose, obstacle, isLastKnown }}
            isBeingRead={false}
            viewer={mayDecide ? people.admin : people.auditor}
            deciding={{
              ...{ wish, answered: undefined, done: 0, isSettling },
              ...{ saw: () => {}, tryNow: () => {}, dismiss: () => {} },
              ...{ decide: nothing, withdraw: nothing },
            }}
            grant={undefined}
            refusal={undefined}
          />
        </div>
      </div>
    </section>
  );
}

/** The story of one look. */
export function lookStory(name: LookName) {
  const look = decisionLook(name);
  const chip = purposeStatus(look.purpose, look.wish, look.obstacle);
  return {
    args: { looks: [look] },
    parameters: shows(`decision:${name}`, `chip:${chip}`),
  };
}
