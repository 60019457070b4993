import type { KindOfMistakes } from "../../mistake.ts";
import { constantTags } from "./constantTags.ts";
import { preconditions } from "./preconditions.ts";
import { revalidation } from "./revalidation.ts";
import { tagForms } from "./tagForms.ts";

export const tagMistakes: KindOfMistakes = {
  kind: "tags",
  mistakes: [...constantTags, ...revalidation, ...tagForms, ...preconditions],
};
