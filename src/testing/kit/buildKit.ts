import { createContract } from "../../contract/createContract.ts";
import { openApi } from "../../contract/openApi/openApi.ts";
import { buildTexts } from "../../panel/buildTexts.ts";
import { serializePayload } from "../../payload/serializePayload.ts";
import type { Localized } from "../../policy/language.ts";
import { consentActivities, type Policy } from "../../policy/policy.ts";
import { coversRevision, revisionChain } from "../../policy/revisions.ts";
import { buildVectors, sampleBefore } from "./buildVectors.ts";
import { jsonFile, type KitFile } from "./kitFile.ts";
import { readmeOf } from "./readmeOf.ts";
import { schemaFiles } from "./schemaFiles.ts";
import { storeSql } from "./storeSql.ts";
import { tableFiles } from "./tableFiles.ts";

interface KitOptions {
  readonly policy: Policy;
  /** Of the package. */
  readonly version: string;
  /** What a page says of each problem, by its code. */
  readonly sentences: Readonly<Record<string, Localized>>;
}

/**
 * All that a panel in another language is made of and tested with, as files: each is made
 * from the contract's own tables, or by running the core's rules.
 */
export async function buildKit({
  policy,
  version,
  sentences,
}: KitOptions): Promise<readonly KitFile[]> {
  const { texts, keptTexts } = buildTexts(policy);
  const revision = policy.revision.id;
  const made: readonly KitFile[] = [
    jsonFile("policy.json", { contract: 1, revision, texts }),
    jsonFile("covered.json", coveredRevisions(policy)),
    ...Object.entries(keptTexts).map(([digest, content]) => ({
      path: `texts/${digest}.md`,
      content,
    })),
    ...tableFiles(policy, sentences),
    { path: "store.sql", content: storeSql },
    jsonFile("openapi.json", openApi(createContract(policy), version)),
    ...schemaFiles(policy),
    ...sampleFiles(policy),
    jsonFile("vectors.json", await buildVectors(policy)),
  ];
  return [{ path: "README.md", content: readmeOf(policy, version, made) }, ...made];
}

/** The revisions under which a grant holds still: no later one is material. */
function coveredRevisions(policy: Policy): readonly string[] {
  return revisionChain(policy)
    .map(({ revision }) => revision.id)
    .filter((id) => coversRevision(id, policy));
}

function sampleFiles(policy: Policy): readonly KitFile[] {
  return consentActivities(policy).flatMap((activity) => {
    const sample = sampleBefore(activity);
    if (sample === undefined) return [];
    return [{ path: `samples/${activity.id}.json`, content: serializePayload(sample) }];
  });
}
