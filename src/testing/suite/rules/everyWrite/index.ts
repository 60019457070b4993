import type { ContractRule } from "../../contractRule.ts";
import { boundToWhatWasSeen } from "./boundToWhatWasSeen.ts";
import { orderOfEveryTwo } from "./orderOfEveryTwo.ts";
import { otherMethods } from "./otherMethods.ts";
import { ownSiteAlone } from "./ownSiteAlone.ts";
import { refusedWhileGranted } from "./refusedWhileGranted.ts";
import { strictBodies } from "./strictBodies.ts";
import { strictTypes } from "./strictTypes.ts";
import { tagsOfDecisions } from "./tagsOfDecisions.ts";
import { writeHeaders } from "./writeHeaders.ts";

/** What holds for every write, by PUT and by POST. */
export const everyWriteRules: readonly ContractRule[] = [
  strictBodies,
  strictTypes,
  orderOfEveryTwo,
  boundToWhatWasSeen,
  tagsOfDecisions,
  ownSiteAlone,
  refusedWhileGranted,
  otherMethods,
  writeHeaders,
];
