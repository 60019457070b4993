import { type ReactNode, useLayoutEffect, useMemo, useRef } from "react";
import type { PayloadAnswer } from "../../src/client/payloadAnswer.ts";
import {
  PayloadProvider,
  type PayloadProviderProps,
  usePayloadView,
} from "../../src/components/PayloadPreview/index.ts";
import { usePrivacy } from "../../src/hooks/PrivacyContext.ts";
import { readPayload } from "../../src/payload/index.ts";
import { buildDocument } from "../../src/policy/index.ts";
import { consentActivity, type Policy } from "../../src/policy/policy.ts";

export interface PayloadOfProps
  extends Partial<Pick<PayloadProviderProps, "isNewer" | "isEffective" | "pseudonym">> {
  readonly policy: Policy;
  readonly purpose: string;
  /** What is on the screen; without it the data is being loaded, or failed to be. */
  readonly payload?: PayloadAnswer | undefined;
  readonly error?: PayloadProviderProps["shown"]["error"];
  readonly onShowNewer?: () => void;
  readonly children: ReactNode;
}

/** The payload of one activity for the parts that show it, in the language of the centre. */
export function PayloadOf({
  policy,
  purpose,
  payload,
  error,
  onShowNewer = () => {},
  ...rest
}: PayloadOfProps) {
  const { language } = usePrivacy();
  const activity = consentActivity(policy, purpose);
  const { card, section } = useMemo(() => {
    const document = buildDocument(policy, language);
    return {
      card: document.cards.find((found) => found.activity === purpose),
      section: document.sections.find(({ anchor }) => anchor === purpose),
    };
  }, [policy, language, purpose]);
  if (!activity || !card || !section) throw new Error(`There is no activity ${purpose}.`);
  const { schema } = activity;
  const reading = useMemo(
    () => payload && readPayload(payload.bytes, schema),
    [payload, schema],
  );
  return (
    <PayloadProvider
      {...{ policy, section, card }}
      isNewer={false}
      isEffective={false}
      pseudonym={undefined}
      {...rest}
      shown={{
        payload,
        reading,
        activity,
        error,
        before: undefined,
        showNewer: onShowNewer,
        isShowingNewer: false,
      }}
    />
  );
}

/** Opens the bytes at once, as a person would by their button. */
export function OpenBytes() {
  const { setPanel } = usePayloadView();
  const open = useRef(setPanel);
  useLayoutEffect(() => open.current("bytes"), []);
  return null;
}
