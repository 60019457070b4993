import { createRoot } from "react-dom/client";
import type { ClientOptions } from "../client/clientOptions.ts";
import type { KlartextError } from "../client/errors.ts";
import type { HostQueryClient } from "../client/ownQueryClient.ts";
import type { HeadingLevel } from "../components/Heading.tsx";
import { PrivacyCenter } from "../components/PrivacyCenter/PrivacyCenter.tsx";
import type { ConfirmedDecision } from "../hooks/PrivacyContext.ts";
import { liveConfigPolicy } from "../policy/builtIn/undiagnosed.ts";
import type { Policy } from "../policy/policy.ts";
import { keepTextsThroughTranslation } from "./keepTextsThroughTranslation.ts";

keepTextsThroughTranslation();

interface CenterOptions extends ClientOptions {
  readonly baseUrl: string;
  readonly headingLevel: number;
  readonly policy: Policy | undefined;
  readonly queryClient: HostQueryClient | undefined;
  readonly onDecision: (confirmed: ConfirmedDecision) => void;
  readonly onError: (error: KlartextError) => void;
}

export interface Mounted {
  readonly show: (options: CenterOptions) => void;
  readonly unmount: () => void;
}

/** What belongs to a centre for as long as it is there. */
const another = ["baseUrl", "viewerId", "policy", "queryClient"] as const;

/** Puts a centre in the place of whatever an element holds. */
export function mountCenter(element: Element): Mounted {
  const builtIn = liveConfigPolicy();
  element.replaceChildren();
  const root = createRoot(element);
  /** Counts the panels, viewers, policies and caches: another one is another centre. */
  let key = 0;
  let last: CenterOptions | undefined;

  /** The newest ones, from the moment at which a host has given them. */
  const readHeaders = () => {
    const { headers = {} } = last ?? {};
    return typeof headers === "function" ? headers() : headers;
  };
  const send: typeof fetch = (url, init) => (last?.fetch ?? fetch)(url, init);

  return {
    show: (options) => {
      const { policy = builtIn, headingLevel, ...others } = options;
      if (last && another.some((name) => last?.[name] !== options[name])) key += 1;
      last = options;
      root.render(
        <PrivacyCenter
          key={key}
          policy={policy}
          headingLevel={headingLevel as HeadingLevel}
          {...others}
          headers={readHeaders}
          fetch={send}
        />,
      );
    },
    unmount: () => root.unmount(),
  };
}
