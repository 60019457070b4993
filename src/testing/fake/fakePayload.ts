import type { PayloadKind } from "../../contract/payloadKind.ts";
import type { PayloadValue } from "../../panel/payloadBytes.ts";
import { crashSample, statistics } from "../fixtures.ts";

/** What a fake panel serves as the data of a purpose. */
export interface FakePayload {
  /** @default what the purpose's schedule says */
  readonly kind?: PayloadKind;
  /**
   * A value, in which the nil UUID stands for the pseudonym; or raw bytes, which are
   * served as they are, however broken.
   */
  readonly content: PayloadValue;
  /** Headers to answer instead of the right ones; null leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

/** What the purposes of the built-in policy serve unless a test says otherwise. */
export const defaultPayloads: Readonly<Record<string, FakePayload>> = {
  "crash-reports": { content: crashSample },
  "server-statistics": { content: statistics },
};
