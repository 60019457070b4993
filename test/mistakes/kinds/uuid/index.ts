import type { KindOfMistakes } from "../../mistake.ts";
import { addressesAndHeaders } from "./addressesAndHeaders.ts";
import { deletions } from "./deletions.ts";
import { generation } from "./generation.ts";
import { lifetime } from "./lifetime.ts";
import { outlivingBytes } from "./outlivingBytes.ts";
import { recordsAndProblems } from "./recordsAndProblems.ts";

export const uuidMistakes: KindOfMistakes = {
  kind: "uuid",
  mistakes: [
    ...outlivingBytes,
    ...addressesAndHeaders,
    ...recordsAndProblems,
    ...lifetime,
    ...generation,
    ...deletions,
  ],
};
