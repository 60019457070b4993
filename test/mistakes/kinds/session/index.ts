import type { KindOfMistakes } from "../../mistake.ts";
import { forgedSessions } from "./forgedSessions.ts";
import { openAddresses } from "./openAddresses.ts";
import { permissions } from "./permissions.ts";
import { signInAnswers } from "./signInAnswers.ts";
import { viewers } from "./viewers.ts";

export const sessionMistakes: KindOfMistakes = {
  kind: "session",
  mistakes: [
    ...openAddresses,
    ...forgedSessions,
    ...permissions,
    ...viewers,
    ...signInAnswers,
  ],
};
