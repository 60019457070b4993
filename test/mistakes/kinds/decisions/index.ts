import type { KindOfMistakes } from "../../mistake.ts";
import { activities } from "./activities.ts";
import { answerStatuses } from "./answerStatuses.ts";
import { decisionBindings } from "./decisionBindings.ts";
import { decisionPeople } from "./decisionPeople.ts";
import { hinderedWithdrawals } from "./hinderedWithdrawals.ts";
import { repeatedWithdrawals } from "./repeatedWithdrawals.ts";
import { sequences } from "./sequences.ts";
import { stateTable } from "./stateTable.ts";

export const decisionMistakes: KindOfMistakes = {
  kind: "decisions",
  mistakes: [
    ...answerStatuses,
    ...activities,
    ...decisionPeople,
    ...decisionBindings,
    ...stateTable,
    ...repeatedWithdrawals,
    ...sequences,
    ...hinderedWithdrawals,
  ],
};
