import { liveConfigPolicy, PrivacyCenter } from "klartext";

const policy = liveConfigPolicy();

export function Center() {
  return <PrivacyCenter policy={policy} />;
}
