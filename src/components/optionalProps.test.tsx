import { render, screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import {
  type ClientOptions,
  liveConfigPolicy,
  PrivacyCenter,
  type PrivacyCenterProps,
  PrivacyPolicy,
  type PrivacyPolicyProps,
} from "../index.ts";
import { createFakePanel } from "../testing/index.ts";

/** Everything that may be left out, as a host has it that passes on what it may not have. */
type Nothing<Options> = {
  [Name in keyof Options as object extends Pick<Options, Name>
    ? Name
    : never]-?: undefined;
};

// What cannot be given as undefined does not compile: `exactOptionalPropertyTypes` is on.
const nothing = {
  client: {
    baseUrl: undefined,
    credentials: undefined,
    fetch: undefined,
    headers: undefined,
    timeout: undefined,
    viewerId: undefined,
  } satisfies Nothing<ClientOptions> satisfies ClientOptions,
  policy: {
    contents: undefined,
    fallbackLanguage: undefined,
    headingLevel: undefined,
    language: undefined,
    onError: undefined,
  } satisfies Nothing<PrivacyPolicyProps> satisfies Partial<PrivacyPolicyProps>,
};
const nothingOfCenter = {
  ...nothing.client,
  fallbackLanguage: undefined,
  headingLevel: undefined,
  i18n: undefined,
  language: undefined,
  onDecision: undefined,
  onError: undefined,
  queryClient: undefined,
} satisfies Nothing<PrivacyCenterProps> satisfies Partial<PrivacyCenterProps>;

const policy = liveConfigPolicy();

describe("what a host gives as undefined is as if it were not given,", () => {
  test("to the policy", () => {
    const { container } = render(<PrivacyPolicy policy={policy} {...nothing.policy} />);
    const { textContent } = container;
    render(<PrivacyPolicy policy={policy} />, { container });

    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Privacy");
    expect(screen.getByRole("navigation")).toBeTruthy();
    expect(textContent).toBe(container.textContent);
  });

  test("to the centre, which asks the panel at its usual place", async () => {
    const panel = createFakePanel({ policy });
    render(<PrivacyCenter policy={policy} {...nothingOfCenter} fetch={panel.fetch} />);

    expect(await screen.findAllByRole("switch")).toHaveLength(2);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Privacy");
    expect(panel.requests.map(({ path }) => path)).toContain("/policy");
  });
});
