import { fn } from "storybook/test";
import {
  NewerData,
  PayloadBytesPanel,
  PayloadFindings,
  PayloadValues,
  usePayloadView,
} from "../../src/components/PayloadPreview/index.ts";
import { PolicySection } from "../../src/components/PayloadPreview/PolicySection.tsx";
import { liveConfigPolicy } from "../../src/policy/index.ts";
import { payloadAnswer, statistics } from "../fixtures/payloads.ts";
import { OpenBytes, PayloadOf, type PayloadOfProps } from "./PayloadOf.tsx";

const policy = liveConfigPolicy();

interface PreviewOfProps extends Omit<PayloadOfProps, "policy" | "children"> {
  /** Whether the bytes are open from the start. */
  readonly isOpen?: boolean;
}

/** What a card shows of its payload: notices, values, bytes and the wording. */
export function PreviewOf({ isOpen = false, ...rest }: PreviewOfProps) {
  return (
    <PayloadOf policy={policy} {...rest}>
      <Notices />
      <PayloadValues headingLevel={2} />
      <PayloadBytesPanel headingLevel={2} />
      <PolicySection />
      {isOpen && <OpenBytes />}
    </PayloadOf>
  );
}

function Notices() {
  const { isNewer, content } = usePayloadView();
  const hasFindings = content.status === "shown" && content.findings.length > 0;
  return (
    <>
      {isNewer && (
        <div className="kt-notice">
          <NewerData />
        </div>
      )}
      {hasFindings && (
        <div className="kt-alert">
          <PayloadFindings />
        </div>
      )}
    </>
  );
}

/** What such a story shows unless it says otherwise. */
export function previewArgs() {
  return {
    purpose: "server-statistics",
    payload: payloadAnswer(statistics),
    onShowNewer: fn(),
  };
}

export const names = {
  bytes: /^Die Bytes: |^The bytes: /,
  showBytes: /Bytes ansehen$|^Show exactly/,
  findings: /^(Was an den Daten nicht|What is wrong)/,
  selected: /^(Gewählter|Selected)/,
};
