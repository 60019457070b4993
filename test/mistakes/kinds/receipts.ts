import type { KindOfMistakes } from "../mistake.ts";
import {
  altered,
  answers,
  confuses,
  front,
  type Loose,
  type Plant,
  problem,
  says,
  takes,
  tells,
  tellsEntry,
} from "../world/faults.ts";
import { all, is } from "../world/hop.ts";

const receipts = (to: (receipt: Loose) => Loose): Plant =>
  tells(is.receipt, (receipt) => ({ ...receipt, ...to(receipt) }));
const without = (name: string, event?: string): Plant =>
  tells(is.receipt, (receipt) => {
    const { [name]: _left, ...rest } = receipt;
    return event === undefined || receipt["kt:event"] === event ? rest : receipt;
  });
const of = (event: string, to: (receipt: Loose) => Loose): Plant =>
  receipts((receipt) => (receipt["kt:event"] === event ? to(receipt) : {}));
const ofProcess = (to: (process: Loose, receipt: Loose) => Loose): Plant =>
  receipts((receipt) => ({
    "dpv:hasProcess": {
      ...receipt["dpv:hasProcess"],
      ...to(receipt["dpv:hasProcess"], receipt),
    },
  }));
const ofNotice = (to: (notice: Loose) => Loose): Plant =>
  receipts((receipt) =>
    receipt["dpv:hasNotice"]
      ? {
          "dpv:hasNotice": {
            ...receipt["dpv:hasNotice"],
            ...to(receipt["dpv:hasNotice"]),
          },
        }
      : {},
  );
const lacks = (event: string): Plant =>
  front(async (hop) => {
    const answer = await hop.pass();
    return is.receipt(hop) &&
      (await answer.clone().text()).includes(`"kt:event":"${event}"`)
      ? problem("not-found")
      : answer;
  });

export const receiptMistakes: KindOfMistakes = {
  kind: "receipts",
  mistakes: [
    {
      id: "receipt-by-nobody",
      sentence: "A receipt does not say who decided",
      plant: without("dpv:isIndicatedBy"),
    },
    {
      id: "receipt-by-another",
      sentence: "A receipt names another person",
      plant: receipts((one) =>
        one["dpv:isIndicatedBy"]
          ? {
              "dpv:isIndicatedBy": {
                "@type": "dpv:Entity",
                "dpv:hasIdentifier": "root",
                "dpv:hasName": "root",
              },
            }
          : {},
      ),
    },
    {
      id: "receipt-without-words",
      sentence: "A receipt has no words",
      plant: ofNotice(() => ({ "kt:text": undefined })),
    },
    {
      id: "receipt-without-notice",
      sentence: "A receipt does not say which text was seen",
      plant: without("dpv:hasNotice"),
    },
    {
      id: "receipt-of-other-words",
      sentence: "The words of a receipt are not those of its digest",
      plant: ofNotice((notice) => ({ "kt:text": `${notice["kt:text"]} ` })),
    },
    {
      id: "receipt-of-current-words",
      sentence: "A receipt has the words of another language, with their digest",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        if (!is.receipt(hop) || answer.status !== 200 || hop.method === "HEAD")
          return answer;
        const policy: Loose = await (
          await hop.pass({ path: "/policy", headers: { "If-None-Match": null } })
        ).json();
        const { digest, href } = policy.texts.en;
        const text = await (
          await hop.pass({ path: `/${href}`, headers: { "If-None-Match": null } })
        ).text();
        return altered(answer, {
          text: (body) => {
            const one = JSON.parse(body);
            const notice = one["dpv:hasNotice"];
            return JSON.stringify(
              notice
                ? {
                    ...one,
                    "dpv:hasNotice": { ...notice, "kt:digest": digest, "kt:text": text },
                  }
                : one,
            );
          },
        });
      }),
    },
    {
      id: "receipt-of-other-language",
      sentence: "A receipt says another language than was seen",
      plant: ofNotice(() => ({ "dct:language": "en" })),
    },
    {
      id: "receipt-of-other-revision",
      sentence: "A receipt says another revision than was seen",
      plant: ofNotice(() => ({ "kt:revision": "2024-01-01" })),
    },
    {
      id: "receipt-of-other-time",
      sentence: "The time of a receipt is that at which it was asked for",
      plant: receipts(() => ({ "dpv:isIndicatedAtTime": "2027-01-01T00:00:00.000Z" })),
    },
    {
      id: "receipt-of-other-purpose",
      sentence: "A receipt names another purpose",
      plant: ofProcess(() => ({ "dpv:hasIdentifier": "crash-reports" })),
    },
    {
      id: "receipt-of-other-event",
      sentence: "The receipt of a withdrawal is that of a grant",
      plant: of("withdrawn", () => ({
        "kt:event": "granted",
        "dpv:hasConsentStatus": { "@id": "dpv:ConsentGiven" },
      })),
    },
    {
      id: "receipt-status-given",
      sentence: "The receipt of a withdrawal says that consent is given",
      plant: of("withdrawn", () => ({
        "dpv:hasConsentStatus": { "@id": "dpv:ConsentGiven" },
      })),
    },
    {
      id: "receipt-status-of-refusal",
      sentence: "The receipt of a refusal says that consent was withdrawn",
      plant: of("refused", () => ({
        "dpv:hasConsentStatus": { "@id": "dpv:ConsentWithdrawn" },
      })),
    },
    {
      id: "receipt-status-missing",
      sentence: "A receipt does not say whether consent is given",
      plant: without("dpv:hasConsentStatus"),
    },
    {
      id: "receipt-without-payload",
      sentence: "The receipt of a grant does not say to which bytes",
      plant: ofProcess((process) => ({
        "dpv:hasData": { ...process["dpv:hasData"], "kt:digest": undefined },
      })),
    },
    {
      id: "receipt-of-other-payload",
      sentence: "The receipt of a grant has the digest of other bytes",
      plant: ofProcess((process) =>
        process["dpv:hasData"]?.["kt:digest"]
          ? {
              "dpv:hasData": {
                ...process["dpv:hasData"],
                "kt:digest": `sha-256=:${"A".repeat(43)}=:`,
              },
            }
          : {},
      ),
    },
    {
      id: "receipt-anonymous",
      sentence: "A receipt calls pseudonymous data anonymous",
      plant: ofProcess((process) =>
        process["dpv:hasData"]
          ? {
              "dpv:hasData": { ...process["dpv:hasData"], "@type": "dpv:AnonymisedData" },
            }
          : {},
      ),
    },
    {
      id: "receipt-without-data",
      sentence: "A receipt does not say what kind of data",
      plant: ofProcess(() => ({ "dpv:hasData": undefined })),
    },
    {
      id: "receipt-without-title",
      sentence: "A receipt has no title of the purpose",
      plant: ofProcess(() => ({ "dct:title": undefined })),
    },
    {
      id: "receipt-title-of-other-language",
      sentence: "The title in a receipt is not in the language that was seen",
      plant: ofProcess(() => ({ "dct:title": "Crash reports" })),
    },
    {
      id: "receipt-without-reference",
      sentence: "The receipt of a withdrawal does not say which grant it ends",
      plant: without("dct:references", "withdrawn"),
    },
    {
      id: "receipt-of-other-reference",
      sentence: "The receipt of a withdrawal names itself as the grant",
      plant: of("withdrawn", (one) =>
        one["dct:references"] ? { "dct:references": { "@id": one["@id"] } } : {},
      ),
    },
    {
      id: "receipt-without-chain",
      sentence: "A receipt has no place in the chain",
      plant: without("kt:chain"),
    },
    {
      id: "receipt-of-other-place",
      sentence: "A receipt has another place in the chain than its entry",
      plant: receipts((one) =>
        one["kt:chain"] ? { "kt:chain": { ...one["kt:chain"], "kt:number": 1 } } : {},
      ),
    },
    {
      id: "receipt-of-other-epoch",
      sentence: "A receipt names another epoch",
      plant: receipts((one) =>
        one["kt:chain"]
          ? { "kt:chain": { ...one["kt:chain"], "kt:epoch": "another" } }
          : {},
      ),
    },
    {
      id: "receipt-of-other-number",
      sentence: "The number of a receipt is not its address",
      plant: receipts(() => ({ "@id": "urn:uuid:3b1f0e54-8f0d-4a57-9d0e-6c2f5b1a7e90" })),
    },
    {
      id: "receipt-of-withdrawal-missing",
      sentence: "There is no receipt for a withdrawal",
      plant: lacks("withdrawn"),
    },
    {
      id: "receipt-of-refusal-missing",
      sentence: "There is no receipt for a refusal",
      plant: lacks("refused"),
    },
    {
      id: "receipt-of-deletion-missing",
      sentence: "There is no receipt for a deletion",
      plant: lacks("deletion-confirmed"),
    },
    {
      id: "receipts-missing",
      sentence: "There are no receipts",
      plant: says(is.receipt, () => problem("not-found")),
    },
    {
      id: "receipts-untold",
      sentence: "The history names no receipt",
      plant: tellsEntry(is.history, () => ({ receipt: null })),
    },
    {
      id: "receipt-for-request",
      sentence: "A deletion that was asked for has a receipt already",
      plant: tellsEntry(is.history, (one) =>
        one.event === "deletion-requested" ? { receipt: one.id } : {},
      ),
    },
    {
      id: "receipt-as-json",
      sentence: "A receipt is application/json",
      plant: answers(is.receipt, { headers: { "Content-Type": "application/json" } }),
    },
    {
      id: "receipt-of-unknown",
      sentence: "There is a receipt at any number",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        if (!is.receipt(hop) || answer.status !== 404) return answer;
        const page: Loose = await (
          await hop.pass({
            path: "/decisions",
            method: "GET",
            headers: { "If-None-Match": null },
          })
        ).json();
        const found = page.entries.find((one: Loose) => one.receipt);
        return found ? hop.pass({ path: `/receipts/${found.receipt}` }) : answer;
      }),
    },
    {
      id: "receipt-without-context",
      sentence: "A receipt has no @context",
      plant: without("@context"),
    },
    {
      id: "receipt-of-other-basis",
      sentence: "A receipt names another legal basis",
      plant: ofProcess(() => ({
        "dpv:hasLegalBasis": { "@id": "dpv:LegitimateInterest" },
      })),
    },
    {
      id: "receipt-of-deletion-undone",
      sentence: "The receipt of a deletion does not say that it is done",
      plant: ofProcess((_process, one) =>
        one["kt:event"] === "deletion-confirmed"
          ? { "dpv:hasStatus": undefined, "dpv:hasProcessing": undefined }
          : {},
      ),
    },
    {
      id: "receipt-invents-via",
      sentence: "A receipt says by which way, though the client did not",
      plant: receipts((one) => (one["kt:via"] ? {} : { "kt:via": "page" })),
    },
    {
      id: "receipt-lacks-via",
      sentence: "A receipt does not say by which way",
      plant: without("kt:via"),
    },
    {
      id: "receipt-lacks-seen",
      sentence: "A receipt does not say what was seen",
      plant: without("kt:seen"),
    },
    {
      id: "receipt-lacks-signature",
      sentence: "The receipt of a deletion says nothing of the vendor's signature",
      plant: without("kt:signature"),
    },
    {
      id: "receipt-erasure-overstated",
      sentence: "The receipt of a deletion says overwritten where the panel removes",
      plant: of("deletion-confirmed", () => ({ "kt:erasure": "overwritten" })),
      panel: { erasure: "removed" },
    },
    {
      id: "receipt-lacks-erasure",
      sentence:
        "The receipt of a deletion does not say what became of the panel's copies",
      plant: without("kt:erasure"),
      panel: { erasure: "overwritten" },
    },
    {
      id: "receipt-after-gone",
      sentence: "The receipt of a grant goes with its bytes",
      plant: front(async (hop) => {
        const answer = await hop.pass();
        if (!is.receipt(hop) || answer.status !== 200) return answer;
        const gone = await hop.pass({
          path: `/decisions/${hop.path.split("/")[2]}/payload`,
          headers: { "If-None-Match": null },
        });
        return gone.status === 410 ? problem("gone") : answer;
      }),
    },
    {
      id: "receipt-for-own-eyes",
      sentence: "A receipt is found by the entry's number in capitals alone",
      plant: takes(
        all(is.receipt, ({ path }) => path.toLowerCase() === path),
        ({ path }) => ({ path: path.replace(/[a-f]/g, "0") }),
      ),
    },
    {
      id: "receipt-gone-for-unknown",
      sentence: "A receipt that never was is said to be gone",
      plant: confuses("not-found", "gone", is.receipt),
    },
  ],
};
