import { diagnosed } from "../definePolicy.ts";
import type { Policy } from "../policy.ts";
import {
  type LiveConfigOptions,
  liveConfigPolicy as undiagnosed,
} from "./undiagnosed.ts";

export type { LiveConfigOptions, LiveConfigTexts } from "./undiagnosed.ts";

/**
 * The built-in policy of LiveConfig®, revision of 24 July 2025.
 *
 * @throws {PolicyError} when a text is replaced that there is not, or is missing.
 */
export function liveConfigPolicy(options: LiveConfigOptions = {}): Policy {
  return diagnosed(undiagnosed(options));
}
