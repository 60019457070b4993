"use client";
import { StatusChip } from "../PurposeStatus/index.ts";
import { useStatuses } from "./StatusesProvider.tsx";

export interface CenterOverviewProps {
  readonly purposes: readonly { readonly id: string; readonly heading: string }[];
}

/** Where there is no room for two cards at once: a `<ul>` with each purpose and its status. */
export function CenterOverview({ purposes }: CenterOverviewProps) {
  const statuses = useStatuses();
  return (
    <div className="kt-overview">
      <ul className="kt-overview__rows">
        {purposes.map(({ id, heading }) => {
          const chip = statuses[id];
          return (
            chip && (
              <li key={id}>
                <span>{heading}</span>
                <StatusChip {...chip} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
