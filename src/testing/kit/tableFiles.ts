import { type Endpoint, endpoints } from "../../contract/endpoints.ts";
import { problemsOf } from "../../contract/openApi/answers.ts";
import { problemCodes, problems, problemType } from "../../contract/problem.ts";
import { buildDocument } from "../../policy/buildDocument.ts";
import { type Localized, languages } from "../../policy/language.ts";
import { consentActivities, type Policy } from "../../policy/policy.ts";
import { jsonFile, type KitFile } from "./kitFile.ts";
import { receiptTable } from "./receiptTable.ts";
import { sendingTransitionTable } from "./sendingTransitionTable.ts";
import { escapedRanges, serializerVectors } from "./serializerVectors.ts";
import { transitionTable } from "./transitionTable.ts";

/** The tables of the contract, for any language to read. */
export function tableFiles(
  policy: Policy,
  sentences: Readonly<Record<string, Localized>>,
): readonly KitFile[] {
  return [
    jsonFile("endpoints.json", endpointRows()),
    jsonFile(
      "problems.json",
      problemCodes.map((code) => ({
        code,
        type: problemType(code),
        ...problems[code],
        sentence: sentences[code],
      })),
    ),
    jsonFile("purposes.json", purposeRows(policy)),
    jsonFile("transitions.json", transitionTable(policy)),
    jsonFile("sending.json", sendingTransitionTable(policy)),
    jsonFile("receipts.json", receiptTable(policy)),
    jsonFile("serializer.json", {
      escaped: escapedRanges(),
      vectors: serializerVectors(),
    }),
  ];
}

function endpointRows() {
  return Object.entries<Endpoint>(endpoints).map(
    ([id, { problems: _own, ...route }]) => ({
      id,
      ...route,
      problems: problemsOf({ ...route, problems: _own ?? [] }),
    }),
  );
}

function purposeRows(policy: Policy) {
  const documents = languages.map(
    (language) => [language, buildDocument(policy, language)] as const,
  );
  return consentActivities(policy).map(({ id, identification, schedule }) => ({
    ...{ id, identification, schedule },
    heading: Object.fromEntries(
      documents.map(([language, { sections }]) => [
        language,
        sections.find(({ anchor }) => anchor === id)?.heading,
      ]),
    ),
  }));
}
