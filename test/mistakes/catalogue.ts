import { byteMistakes } from "./kinds/bytes/index.ts";
import { chainMistakes } from "./kinds/chain/index.ts";
import { decisionMistakes } from "./kinds/decisions/index.ts";
import { deletionMistakes } from "./kinds/deletions.ts";
import { headerMistakes } from "./kinds/headers.ts";
import { historyMistakes } from "./kinds/history/index.ts";
import { inputMistakes } from "./kinds/input/index.ts";
import { listMistakes } from "./kinds/lists/index.ts";
import { lockMistakes } from "./kinds/locks.ts";
import { methodMistakes } from "./kinds/methods/index.ts";
import { nameMistakes } from "./kinds/names.ts";
import { orderMistakes } from "./kinds/order/index.ts";
import { originMistakes } from "./kinds/origin/index.ts";
import { postMistakes } from "./kinds/post.ts";
import { raceMistakes } from "./kinds/races.ts";
import { receiptMistakes } from "./kinds/receipts/index.ts";
import { sendMistakes } from "./kinds/sends.ts";
import { sessionMistakes } from "./kinds/session/index.ts";
import { storeMistakes } from "./kinds/store.ts";
import { tagMistakes } from "./kinds/tags/index.ts";
import { textMistakes } from "./kinds/texts/index.ts";
import { transmissionMistakes } from "./kinds/transmissions.ts";
import { uuidMistakes } from "./kinds/uuid/index.ts";
import { viaMistakes } from "./kinds/via.ts";
import type { KindOfMistakes } from "./mistake.ts";

/** What a panel can get wrong, by kind. */
export const catalogue: readonly KindOfMistakes[] = [
  sessionMistakes,
  uuidMistakes,
  originMistakes,
  byteMistakes,
  decisionMistakes,
  tagMistakes,
  inputMistakes,
  orderMistakes,
  postMistakes,
  listMistakes,
  historyMistakes,
  transmissionMistakes,
  deletionMistakes,
  receiptMistakes,
  chainMistakes,
  viaMistakes,
  storeMistakes,
  sendMistakes,
  nameMistakes,
  textMistakes,
  headerMistakes,
  methodMistakes,
  lockMistakes,
  raceMistakes,
];
