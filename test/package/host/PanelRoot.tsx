import { liveConfigPolicy, PrivacyCenter, PrivacyPolicy } from "../../../src/index.ts";

const policy = liveConfigPolicy();

export interface PanelRootProps {
  /** Where the panel is. */
  readonly panel: string;
}

/** One panel's centre and the policy below it, as a root of a host's page has them. */
export function PanelRoot({ panel }: PanelRootProps) {
  return (
    <main aria-label={panel}>
      <PrivacyCenter policy={policy} baseUrl={panel} language="en" />
      <PrivacyPolicy policy={policy} language="en" headingLevel={2} />
    </main>
  );
}
