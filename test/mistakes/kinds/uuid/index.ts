import type { KindOfMistakes } from "../../mistake.ts";
import { addressesAndHeaders } from "./addressesAndHeaders.ts";
import { bytesKeptAfterWithdrawal } from "./bytesKeptAfterWithdrawal.ts";
import { deletions } from "./deletions.ts";
import { generation } from "./generation.ts";
import { lifetime } from "./lifetime.ts";
import { recordsAndProblems } from "./recordsAndProblems.ts";

export const uuidMistakes: KindOfMistakes = {
  kind: "uuid",
  mistakes: [
    ...bytesKeptAfterWithdrawal,
    ...addressesAndHeaders,
    ...recordsAndProblems,
    ...lifetime,
    ...generation,
    ...deletions,
  ],
};
