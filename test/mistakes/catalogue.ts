import { byteMistakes } from "./kinds/bytes.ts";
import { chainMistakes } from "./kinds/chain.ts";
import { sendMistakes, storeMistakes, viaMistakes } from "./kinds/claims.ts";
import { decisionMistakes } from "./kinds/decisions.ts";
import { headerMistakes } from "./kinds/headers.ts";
import { historyMistakes } from "./kinds/history.ts";
import { inputMistakes } from "./kinds/input.ts";
import { listMistakes } from "./kinds/lists.ts";
import { lockMistakes } from "./kinds/locks.ts";
import { methodMistakes } from "./kinds/methods.ts";
import { nameMistakes } from "./kinds/names.ts";
import { orderMistakes } from "./kinds/order.ts";
import { originMistakes } from "./kinds/origin.ts";
import { postMistakes } from "./kinds/post.ts";
import { raceMistakes } from "./kinds/races.ts";
import { receiptMistakes } from "./kinds/receipts.ts";
import { sessionMistakes } from "./kinds/session.ts";
import { tagMistakes } from "./kinds/tags.ts";
import { textMistakes } from "./kinds/texts.ts";
import { deletionMistakes, transmissionMistakes } from "./kinds/transmissions.ts";
import { uuidMistakes } from "./kinds/uuid.ts";
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
