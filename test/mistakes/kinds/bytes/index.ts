import type { KindOfMistakes } from "../../mistake.ts";
import { byteHeaders } from "./byteHeaders.ts";
import { digestsAndSizes } from "./digestsAndSizes.ts";
import { keptBytes } from "./keptBytes.ts";
import { payloadForm } from "./payloadForm.ts";
import { payloadKinds } from "./payloadKinds.ts";
import { payloadValues } from "./payloadValues.ts";
import { sentUnlikeShown } from "./sentUnlikeShown.ts";

export const byteMistakes: KindOfMistakes = {
  kind: "bytes",
  mistakes: [
    ...sentUnlikeShown,
    ...payloadKinds,
    ...byteHeaders,
    ...digestsAndSizes,
    ...keptBytes,
    ...payloadForm,
    ...payloadValues,
  ],
};
