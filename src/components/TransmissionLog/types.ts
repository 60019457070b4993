import type { Transmission } from "../../contract/transmission.ts";
import type { ReportBefore } from "./reportBefore.ts";

/** A sent report or deletion request that is opened. */
export interface TransmissionDetailsProps {
  readonly purpose: string;
  readonly entry: Transmission;
  /** What its bytes are compared with. */
  readonly before: ReportBefore;
  readonly headingLevel: number;
}
