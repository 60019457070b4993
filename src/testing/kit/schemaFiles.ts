import type * as z from "zod/mini";
import { createContract } from "../../contract/createContract.ts";
import { jsonSchema } from "../../contract/openApi/jsonSchema.ts";
import { problemDocument } from "../../contract/problem.ts";
import { consentActivities, type Policy } from "../../policy/policy.ts";
import { jsonFile, type KitFile } from "./kitFile.ts";

/** A JSON Schema (2020-12) of each payload, and of every answer and request in JSON. */
export function schemaFiles(policy: Policy): readonly KitFile[] {
  const contract = createContract(policy);
  const { policyResource, purposes, decision, decisions, transmissions } = contract;
  const { receipt, log, decisionRequest, postedDecision } = contract;
  const answers = {
    ...{ policyResource, purposes, decision, decisions, transmissions, receipt, log },
    problem: problemDocument,
  };
  return [
    ...consentActivities(policy).map(({ id, schema }) =>
      schemaFile(`payloads/${id}`, schema),
    ),
    ...Object.entries(answers).map(([name, schema]) =>
      schemaFile(`answers/${name}`, schema),
    ),
    ...Object.entries({ decisionRequest, postedDecision }).map(([name, schema]) =>
      schemaFile(`requests/${name}`, schema),
    ),
  ];
}

function schemaFile(name: string, schema: z.core.$ZodType): KitFile {
  return jsonFile(`schemas/${name}.json`, {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    ...jsonSchema(schema),
  });
}
