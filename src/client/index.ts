export type { ClientOptions } from "./clientOptions.ts";
export { createClient, type PanelClient } from "./createClient.ts";
export {
  ConfigError,
  ForeignAnswer,
  KlartextError,
  OutsideContract,
  PanelProblem,
  PanelUnreachable,
  PartFailed,
} from "./errors.ts";
export type { PayloadAnswer } from "./payloadAnswer.ts";
