import { consentActivities, type Policy } from "../../policy/policy.ts";
import type { KitFile } from "./kitFile.ts";
import { vectorTime } from "./kitPanel.ts";

/** What each file of a kit is, for whoever opens the folder. */
export function readmeOf(
  policy: Policy,
  version: string,
  files: readonly KitFile[],
): string {
  const purposes = consentActivities(policy);
  const sampled = purposes.filter(({ id }) =>
    files.some(({ path }) => path === `samples/${id}.json`),
  );
  const unsampled = purposes.filter((purpose) => !sampled.includes(purpose));
  return `# Kit for a panel of ${policy.product}

Made by \`klartext panel-kit\`, version ${version}, for revision \`${policy.revision.id}\` of the
privacy policy and contract 1. Make it anew with each release of your product, and ship what your
panel reads. Nothing in it is secret, and nothing is to be edited: a changed text has another
digest, and a page offers no consent to it.

The contract in words is docs/panel-api.md of the package, the way from nothing to a tested panel
docs/other-languages.md. \`klartext test-panel <url>\` tells what is still missing.

| file | what it is |
| --- | --- |
| \`policy.json\` | the answer of \`GET /policy\`: revision, and digest and address of each text |
| \`covered.json\` | the revisions under which a grant still holds; one under any other is \`revise\`d when your panel starts |
| \`texts/<digest>.md\` | the canonical texts under their digests, byte for byte; keep those of older releases too |
| \`purposes.json\` | the purposes (${purposes.map(({ id }) => `\`${id}\``).join(", ")}): whether each works under a pseudonym (\`identification\`), when it sends (\`schedule\`), and its heading, which is the title in a receipt, in the language of the decision |
| \`endpoints.json\` | every route: method, path, guard, answer, body, members of the query, and its problems in the order in which they are looked for |
| \`problems.json\` | every problem in the order of the contract: \`type\`, \`status\` and \`title\` go into the document; \`sentence\` is what a page says |
| \`transitions.json\` | what each command writes in each status, by purpose |
| \`sending.json\` | what a sender writes when a send begins (\`begin\`), ends (\`end\`), and when a deletion is confirmed once your own files are clean (\`confirm\`), by purpose |
| \`receipts.json\` | the receipt of each event that has one, by purpose |
| \`store.sql\` | tables for SQLite; the two tables above name their columns |
| \`serializer.json\` | the code points that a payload has as \`\\uXXXX\`, and values with the bytes that they are sent as |
| \`schemas/payloads/\`, \`schemas/answers/\`, \`schemas/requests/\` | JSON Schema 2020-12; patterns are ECMA-262 with the flag \`u\`. Requests are taken strictly, answers may have more members |
| \`openapi.json\` | the same with every route, as OpenAPI 3.1 |
| \`samples/\` | payloads with made-up values, as they are served before consent${unsampled.length > 0 ? ` (none of ${unsampled.map(({ id }) => id).join(", ")}: give the activity a \`sample\`)` : ""} |
| \`vectors.json\` | a state, a request, and the answer of the core |
| \`kit.json\` | which files the command has written, so that it replaces no others |

## Transitions

\`transitions.json\` has for each purpose a row for every status (\`from\`) and command: \`grant\`,
\`refuse\`, \`withdraw\`, and \`revise\`, which is a material revision of the policy that the decision
does not cover. \`when\`, if it is there, says for which \`attempted\` and \`suspended\` of the purpose
a row holds. Check first what \`problems.json\` puts before; a row has either \`problem\`, or what is
written, in one transaction:

| member | what is written |
| --- | --- |
| \`to\` | the status that follows |
| \`decision_log\` | rows to add, in this order; a column that is not named is null |
| \`purpose\` | columns of the purpose; all others stay as they are |
| \`drop\` | kinds of rows that go from \`outbox\`; in \`sending.json\` also \`$sent\`, the one that was sent |
| \`deletion\`, \`outbox\` | rows to add |
| \`forget\` | UUIDs: delete \`payload\` and \`body\` of every row with that \`payload_pseudonym\` or \`body_pseudonym\` |
| \`sent\`, \`asked\`, \`transmission\` | in \`sending.json\`: columns of the row of \`outbox\` that is sent, of its deletion, and the row to add for the attempt |

A value that begins with \`$\` is filled in: \`$now\`, \`$viewer.id\`, \`$request.textDigest\`,
\`$before.pseudonym\` (a column of the purpose before), \`$payload\` (the bytes that were agreed to),
\`$erasure\` (the body of the erasure request, \`{"id": …}\` in the form of a payload),
\`$sequence+1\`, \`$store.erasure\` (what you say of your own copies, or null), \`$tls\` (\`verified\`,
\`tls-pin-mismatch\` or \`not-reached\`), \`$textKnown\` (whether you ever stood for that text), \`$backoff\` (from now twice as long
with each attempt: half to all of 5 s, 10 s, 20 s …, an hour at most). \`$uuid.1\`, \`$uuid.2\` are
new UUIDs of version 4, the same one wherever it stands in a row.

In \`sending.json\` a row of \`end\` is chosen by \`kind\`, by what happened (\`statuses\` from and to, or
\`outcome\` where nobody answered) and, for an erasure that was answered with 2xx, by whether the
answer says how much was \`deleted\` (\`counted\`); for one that was aborted, by what TLS had found
(\`tls\`). \`outcome\`, the HTTP status and \`signature\` are
written into the attempt.

## Receipts

\`receipts.json\` has values that are filled in in the same way: \`$entry.…\` is a column of the entry
in \`decision_log\`, \`$seen.…\` one of the grant that a withdrawal or a deletion \`ends\`, of a
grant or a refusal one of itself. \`$seen.text\` is the text with that digest, if you have it,
\`$seen.heading\` the heading of the purpose in the language that was seen, \`$signature\` that of the
deletion. Where a value with \`?\` is null, its member is left out; where one without it is null, the
object that it stands in. A panel that keeps a chain adds \`kt:chain\`.

## Vectors

Each vector has the requests that lead to a \`state\` (the row of the purpose) from an empty store
(\`before\`), one \`request\`, its \`answer\`, and \`stateAfter\`. They were made by the core with a
clock that stands at ${vectorTime}, UUIDs that count, one purpose with the payload of \`samples/\`,
people \`admin\` (\`deciding\`) and \`auditor\` (\`looking\`), at \`https://panel.example/api/privacy\`.
Your panel makes other UUIDs, moments and epochs, may leave out the chain (\`number\` and \`head\` are
null then), and has entity tags of its own but for those of a decision. All else is the same.
${sampled.length === 0 ? "\nThis policy has no samples, so there are no vectors.\n" : ""}`;
}
