/** What the receiver answers; `cut` ends the connection, `hang` leaves it without an answer. */
export type ReceiverAnswer =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  | "cut"
  | "hang";

/** One request, as it came out of TLS. Times are in milliseconds, by `performance.now()`. */
export interface Arrival {
  /** Which of all connections it came over, counted from 1. */
  readonly connection: number;
  /** When that connection was made. */
  readonly connectedAt: number;
  readonly at: number;
  readonly method: string;
  /** Path and query, as they came. */
  readonly target: string;
  /** Name and value of each header line, as they came. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
  readonly text: string;
  /** What it was answered; null while it hangs, or for ever. */
  readonly status: () => number | null;
  /** When the connection was over, or the answer was written; undefined before. */
  readonly endedAt: () => number | undefined;
  /** Answers what hangs. */
  readonly answer: (answer: ReceiverAnswer) => void;
}

/** A connection, also one that never got through TLS. */
export interface Connection {
  readonly number: number;
  readonly at: number;
  /** How many bytes came out of TLS. */
  readonly bytes: () => number;
  /** Whether it is over. */
  readonly isOver: () => boolean;
}
