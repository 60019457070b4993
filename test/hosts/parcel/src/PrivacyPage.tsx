import { liveConfigPolicy, PrivacyCenter } from "klartext";
import "klartext/styles.css";

const policy = liveConfigPolicy();

export function PrivacyPage() {
  return <PrivacyCenter policy={policy} baseUrl="/api/privacy" />;
}
