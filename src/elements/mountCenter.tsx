import { createRoot } from "react-dom/client";
import type { KlartextError } from "../client/errors.ts";
import type { HeadingLevel } from "../components/Heading.tsx";
import { PrivacyCenter } from "../components/PrivacyCenter/PrivacyCenter.tsx";
import type { ConfirmedDecision } from "../hooks/PrivacyContext.ts";
import { liveConfigPolicy } from "../policy/builtIn/liveConfigPolicy.ts";
import type { Policy } from "../policy/policy.ts";
import { keepTexts } from "./keepTexts.ts";

keepTexts();

export interface CenterOptions {
  readonly baseUrl: string;
  readonly viewerId: string | undefined;
  readonly headingLevel: number;
  readonly policy: Policy | undefined;
  readonly headers: Readonly<Record<string, string>> | undefined;
  readonly onDecision: (confirmed: ConfirmedDecision) => void;
  readonly onError: (error: KlartextError) => void;
}

export interface Mounted {
  readonly show: (options: CenterOptions) => void;
  readonly unmount: () => void;
}

/** Puts a centre in the place of whatever an element holds. */
export function mountCenter(element: Element): Mounted {
  const builtIn = liveConfigPolicy();
  element.replaceChildren();
  const root = createRoot(element);
  /** Counts the panels and policies: another one is another centre. */
  let key = 0;
  let last: CenterOptions | undefined;

  /** The newest ones, so that a host may give others at any time. */
  const readHeaders = () => last?.headers ?? {};

  return {
    show: (options) => {
      const { baseUrl, viewerId, headingLevel, policy = builtIn } = options;
      const { onDecision, onError } = options;
      const isAnother =
        last !== undefined &&
        (last.baseUrl !== baseUrl ||
          last.viewerId !== viewerId ||
          last.policy !== options.policy);
      if (isAnother) key += 1;
      last = options;
      root.render(
        <PrivacyCenter
          key={key}
          policy={policy}
          baseUrl={baseUrl}
          {...(viewerId === undefined ? {} : { viewerId })}
          headers={readHeaders}
          headingLevel={headingLevel as HeadingLevel}
          onDecision={onDecision}
          onError={onError}
        />,
      );
    },
    unmount: () => root.unmount(),
  };
}
