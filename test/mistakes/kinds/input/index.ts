import type { KindOfMistakes } from "../../mistake.ts";
import { bodySizes } from "./bodySizes.ts";
import { decisionMembers } from "./decisionMembers.ts";
import { grantBindings } from "./grantBindings.ts";
import { malformedJson } from "./malformedJson.ts";
import { malformedMembers } from "./malformedMembers.ts";
import { mediaTypes } from "./mediaTypes.ts";
import { queries } from "./queries.ts";
import { refusals } from "./refusals.ts";

export const inputMistakes: KindOfMistakes = {
  kind: "input",
  mistakes: [
    ...malformedMembers,
    ...decisionMembers,
    ...malformedJson,
    ...mediaTypes,
    ...bodySizes,
    ...refusals,
    ...grantBindings,
    ...queries,
  ],
};
