import type { ContractRule } from "../../contractRule.ts";
import { tagsOnJson } from "./tagsOnJson.ts";
import { tagsOnKeptBytes } from "./tagsOnKeptBytes.ts";
import { tagsOnLog } from "./tagsOnLog.ts";
import { tagsOnPayloads } from "./tagsOnPayloads.ts";
import { tagsOnTexts } from "./tagsOnTexts.ts";

/** Entity tags: what is known is not sent again (RFC 9110 § 13.1.2). */
export const entityTagsRules: readonly ContractRule[] = [
  tagsOnJson,
  tagsOnPayloads,
  tagsOnTexts,
  tagsOnKeptBytes,
  tagsOnLog,
];
