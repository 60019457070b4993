"use client";
import type { PurposeStatus } from "../../client/purposeStatus.ts";
import { StatusChip } from "../PurposeStatus/index.ts";

export interface CenterOverviewProps {
  readonly rows: readonly {
    readonly purpose: string;
    readonly heading: string;
    readonly status: PurposeStatus;
  }[];
  /** Whether the panel cannot be reached, and it is what was known last. */
  readonly isLastKnown: boolean;
}

/** Where there is no room for two cards at once: a `<ul>` with each purpose and its status. */
export function CenterOverview({ rows, isLastKnown }: CenterOverviewProps) {
  return (
    <div className="kt-overview">
      <ul className="kt-overview__rows">
        {rows.map(({ purpose, heading, status }) => (
          <li key={purpose}>
            <span>{heading}</span>
            <StatusChip status={status} isLastKnown={isLastKnown} />
          </li>
        ))}
      </ul>
    </div>
  );
}
