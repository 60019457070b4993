import { StatusChip, type StatusChipProps } from "../PurposeStatus/index.ts";

export interface CenterOverviewProps {
  readonly rows: readonly {
    readonly purpose: string;
    readonly heading: string;
    readonly chip: StatusChipProps;
  }[];
}

/** Where there is no room for two cards at once: a `<ul>` with each purpose and its status. */
export function CenterOverview({ rows }: CenterOverviewProps) {
  return (
    <div className="kt-overview">
      <ul className="kt-overview__rows">
        {rows.map(({ purpose, heading, chip }) => (
          <li key={purpose}>
            <span>{heading}</span>
            <StatusChip {...chip} />
          </li>
        ))}
      </ul>
    </div>
  );
}
