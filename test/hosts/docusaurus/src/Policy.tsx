import { liveConfigPolicy, PrivacyPolicy } from "klartext";

export function Policy() {
  return <PrivacyPolicy policy={liveConfigPolicy()} language="en" />;
}
