import * as fc from "fast-check";

/** How an answer is not what it was; `value` stands in the place of a part of it. */
export interface Broken {
  readonly part: keyof typeof parts | "answer" | "rejection";
  readonly value?: unknown;
}

const reader = (read: () => unknown) => ({ body: { getReader: () => ({ read }) } });
/** What stands in the place of a part, by what is broken. */
const parts = {
  status: (status: unknown) => ({ status }),
  headers: (headers: unknown) => ({ headers }),
  record: (_value: unknown, { headers }: Response) => ({
    headers: Object.fromEntries(headers),
  }),
  map: (_value: unknown, { headers }: Response) => ({ headers: new Map(headers) }),
  header: (value: unknown) => ({ headers: { get: () => value } }),
  bytes: (value: unknown) => ({ arrayBuffer: async () => value }),
  body: (body: unknown) => ({ body, arrayBuffer: undefined }),
  chunk: (value: unknown) => reader(async () => ({ done: false, value })),
  step: (step: unknown) => reader(() => step),
  reader: (value: unknown) => ({ body: { getReader: () => value } }),
  "read-before": () => ({ bodyUsed: true }),
  redirected: () => ({ redirected: true }),
} satisfies Record<string, (value: unknown, answer: Response) => object>;

/** What a broken `fetch` makes of an answer of the panel's. */
export async function breakUp(
  answer: Response,
  broken: readonly Broken[],
): Promise<unknown> {
  const { status, headers } = answer;
  const bytes = await answer.clone().arrayBuffer();
  const whole = { status, headers, arrayBuffer: async () => bytes };
  for (const { part, value } of broken) {
    if (part === "answer") return value;
    if (part === "rejection") throw value;
    Object.assign(whole, parts[part](value, answer));
  }
  return whole;
}

const isStatus = (value: unknown) => typeof value === "number" && value >= 100;
const hasMessage = (value: unknown) => typeof Object(value).message === "string";
const isHeader = (value: unknown) => typeof (value ?? "") === "string";

/** What a host may make of an answer by mistake. */
export const broken: fc.Arbitrary<Broken> = fc
  .record({
    part: fc.constantFrom<Broken["part"]>(
      ...(Object.keys(parts) as (keyof typeof parts)[]),
      "answer",
      "rejection",
    ),
    value: fc.anything({ maxDepth: 1 }),
  })
  .filter(
    ({ part, value }) =>
      !(part === "status" && isStatus(value)) &&
      !(part === "rejection" && hasMessage(value)) &&
      !(part === "header" && isHeader(value)),
  );
