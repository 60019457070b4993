// @vitest-environment node
import { renderToString } from "react-dom/server";
import { describe, expect, test, vi } from "vitest";
import { policyInForce } from "../../policy/demo/referencePolicy.ts";
import { PrivacyCenter } from "./PrivacyCenter.tsx";

const policy = policyInForce("2025-07-24");

describe("a centre on a server", () => {
  test.each([
    ["de", "Datenschutz"],
    ["en", "Privacy"],
  ] as const)("renders the policy in the language given, here %s", (language, title) => {
    const html = renderToString(<PrivacyCenter policy={policy} language={language} />);

    expect(globalThis).not.toHaveProperty("window");
    expect(html).toContain(`lang="${language}"`);
    expect(html).toContain(`<h1>${title}</h1>`);
  });

  test("offers no switch and asks for nothing", () => {
    const fetch = vi.fn<typeof globalThis.fetch>();
    const html = renderToString(
      <PrivacyCenter policy={policy} language="en" fetch={fetch} />,
    );

    expect(html).not.toContain('role="switch"');
    expect(fetch).not.toHaveBeenCalled();
  });
});
