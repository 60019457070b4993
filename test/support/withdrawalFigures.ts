import type { Fault } from "./replicaFaults.ts";
import type { Acknowledged, ReplicaWorld } from "./replicaWorld.ts";

/** What withdrawals at random moments showed. */
export interface RunFigures {
  readonly fault: Fault;
  /** How long each withdrawal took until it was complete, in milliseconds. */
  readonly tookMs: readonly number[];
  /** How often the fault came. */
  readonly strikes: number;
  /** Reports handed to the operating system after their withdrawal was complete. */
  readonly wrote: readonly string[];
  /** By how much reports were read by the receiver after that, in milliseconds. */
  readonly lateMs: readonly number[];
  /** How many sends began. */
  readonly begun: number;
  readonly arrived: number;
  /** Reports that arrived more than once. */
  readonly twice: number;
}

type Figures = Omit<RunFigures, "fault">;

export async function readFigures(
  { noted, arrivals, begun }: Pick<ReplicaWorld, "noted" | "arrivals" | "begun">,
  withdrawals: readonly Acknowledged[],
  strikes: number,
): Promise<Figures> {
  const ends = withdrawals.flatMap(({ marks, moment }) =>
    marks.map((mark) => [mark, moment] as const),
  );
  const endOf = (body: string) => ends.find(([mark]) => body.includes(mark))?.[1];
  const writes = await noted();
  const bodies = arrivals.map(({ body }) => body);
  return {
    strikes: strikes + writes.filter(({ what }) => what === "stops").length,
    tookMs: withdrawals.map(({ ms }) => ms),
    wrote: writes.flatMap(({ what, body, moment }) => {
      const end = what === "stops" ? undefined : endOf(body);
      return end !== undefined && BigInt(moment) > end ? [`${what} ${body}`] : [];
    }),
    lateMs: arrivals.flatMap(({ body, moment }) => {
      const end = endOf(body);
      return end !== undefined && moment > end ? [Number(moment - end) / 1e6] : [];
    }),
    begun: await begun(),
    arrived: arrivals.length,
    twice: bodies.length - new Set(bodies).size,
  };
}

export function addUp(fault: Fault, all: readonly Figures[]): RunFigures {
  const sum = (count: (figures: Figures) => number) =>
    all.reduce((total, figures) => total + count(figures), 0);
  return {
    fault,
    tookMs: all.flatMap(({ tookMs }) => tookMs),
    strikes: sum(({ strikes }) => strikes),
    wrote: all.flatMap(({ wrote }) => wrote),
    lateMs: all.flatMap(({ lateMs }) => lateMs),
    begun: sum(({ begun }) => begun),
    arrived: sum(({ arrived }) => arrived),
    twice: sum(({ twice }) => twice),
  };
}

const columns = [
  "fault (times)",
  "withdrawals",
  "begun",
  "arrived",
  "wrote after",
  "late (worst)",
  "twice",
  "ack p50/p99 ms",
];

/** One line for each run, with a head. */
export function tableOf(runs: readonly RunFigures[]): string {
  const rows = runs.map((run) => [
    `${run.fault} (${run.strikes})`,
    String(run.tookMs.length),
    String(run.begun),
    String(run.arrived),
    String(new Set(run.wrote.map((line) => line.replace(/^.*? \{/, "{"))).size),
    `${run.lateMs.length} (${Math.max(0, ...run.lateMs).toFixed(1)} ms)`,
    String(run.twice),
    `${quantile(run.tookMs, 0.5)}/${quantile(run.tookMs, 0.99)}`,
  ]);
  return [columns, columns.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

function quantile(values: readonly number[], part: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.ceil(part * sorted.length) - 1] ?? 0).toFixed(0);
}
