import { QueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { allExpanded, JsonView } from "react-json-view-lite";
import { createClient } from "../../src/client/index.ts";
import type { PayloadAnswer } from "../../src/client/payloadAnswer.ts";
import {
  PayloadBytesPanel,
  PayloadValues,
} from "../../src/components/PayloadPreview/index.ts";
import { PrivacyProvider } from "../../src/components/PrivacyCenter/PrivacyProvider.tsx";
import { createContract } from "../../src/contract/index.ts";
import { WordsProvider } from "../../src/hooks/WordsProvider.tsx";
import { createWords } from "../../src/i18n/createWords.ts";
import { checkDigest, digest } from "../../src/payload/index.ts";
import { liveConfigPolicy } from "../../src/policy/index.ts";
import { OpenBytes, PayloadOf } from "../../test/support/PayloadOf.tsx";

const policy = liveConfigPolicy();
const contract = createContract(policy);
const client = createClient(contract, {
  fetch: () => Promise.reject(new TypeError("The bench asks for nothing.")),
});
const queryClient = new QueryClient();
const words = createWords("en");

/** From bytes as they came to what a page would show. */
type Subject = (bytes: Uint8Array<ArrayBuffer>) => Promise<ReactNode>;

/** Everything that the preview does: digest, undisclosed check, words and bytes. */
async function ours(bytes: Uint8Array<ArrayBuffer>): Promise<ReactNode> {
  const sum = await digest(bytes);
  const payload: PayloadAnswer = {
    bytes,
    kind: "queued",
    fetchedAt: new Date(),
    check: checkDigest(sum, sum, null),
  };
  return (
    <PrivacyProvider
      client={client}
      policy={policy}
      language="en"
      queryClient={queryClient}
    >
      <WordsProvider words={words}>
        <PayloadOf policy={policy} purpose="crash-reports" payload={payload}>
          <PayloadValues headingLevel={2} />
          <PayloadBytesPanel headingLevel={2} />
          <OpenBytes />
        </PayloadOf>
      </WordsProvider>
    </PrivacyProvider>
  );
}

/** The text alone, in the box in which ours stands: no digest, no check, no words. */
async function plain(bytes: Uint8Array<ArrayBuffer>): Promise<ReactNode> {
  return (
    <div className="kt-bytes">
      <pre>{new TextDecoder().decode(bytes)}</pre>
    </div>
  );
}

async function jsonViewLite(bytes: Uint8Array<ArrayBuffer>): Promise<ReactNode> {
  const value = JSON.parse(new TextDecoder().decode(bytes)) as object;
  return <JsonView data={value} shouldExpandNode={allExpanded} />;
}

export const subjects = { ours, plain, jsonViewLite } satisfies Record<string, Subject>;

export type SubjectName = keyof typeof subjects;
