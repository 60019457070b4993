export {
  type ClientOptions,
  ConfigError,
  createClient,
  ForeignAnswer,
  KlartextError,
  OutsideContract,
  type PanelClient,
  PanelProblem,
  PanelUnreachable,
  PartFailed,
} from "./client/index.ts";
export {
  PrivacyCenter,
  type PrivacyCenterProps,
} from "./components/PrivacyCenter/index.ts";
export {
  PrivacyPolicy,
  type PrivacyPolicyProps,
} from "./components/PrivacyPolicy/index.ts";
export { createContract } from "./contract/index.ts";
export type { ConfirmedDecision } from "./hooks/PrivacyContext.ts";
export { liveConfigPolicy } from "./policy/builtIn/undiagnosed.ts";
export { definePolicy, type Language, type Policy } from "./policy/index.ts";
