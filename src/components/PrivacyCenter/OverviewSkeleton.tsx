export interface OverviewSkeletonProps {
  readonly rows: number;
}

/** The room that the overview takes, until it is known what stands in it. */
export function OverviewSkeleton({ rows }: OverviewSkeletonProps) {
  return (
    <div className="kt-overview" aria-hidden="true">
      <div className="kt-overview__rows">
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by nothing else
          <div key={row}>
            <span className="kt-chip">{"\u00a0"}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
