import * as z from "zod/mini";
import {
  type ProblemCode,
  problemDocument,
  problems,
  problemType,
} from "../../contract/problem.ts";
import { broken, type Exchange } from "./exchange.ts";
import { parseBody } from "./parseBody.ts";
import { readWhole } from "./unreadableResource.ts";

/**
 * @param header on which the condition depends
 * @throws {RuleViolation} unless the condition holds.
 */
export function expectThat(
  exchange: Exchange,
  condition: boolean,
  expected: string,
  header?: string,
): asserts condition {
  if (!condition) throw broken(exchange, expected, header);
}

export function expectStatus(exchange: Exchange, ...statuses: number[]): void {
  const expected = `Status ${statuses.join(" or ")}.`;
  expectThat(exchange, statuses.includes(exchange.status), expected);
}

export function expectMediaType(exchange: Exchange, mediaType: string): void {
  const stated = exchange.headers
    .get("Content-Type")
    ?.split(";")[0]
    ?.trim()
    .toLowerCase();
  expectThat(exchange, stated === mediaType, `Content-Type ${mediaType}.`);
}

/** A problem document of this type, with its status (RFC 9457). */
export function expectProblem(exchange: Exchange, code: ProblemCode): void {
  const { status } = problems[code];
  const expected = `${status} with a problem document of the type ${problemType(code)}.`;
  expectThat(exchange, exchange.status === status, expected);
  if (exchange.request.method === "HEAD") return;
  expectMediaType(exchange, "application/problem+json");
  const document = expectShape(exchange, problemDocument);
  expectThat(
    exchange,
    document.type === problemType(code) && document.status === status,
    expected,
  );
}

/** A body that the contract's schema accepts. */
export function expectShape<T extends z.core.$ZodType>(
  exchange: Exchange,
  schema: T,
): z.infer<T> {
  const body = parseBody(exchange);
  if (body === undefined) throw broken(exchange, "A body that is JSON.");
  const result = z.safeParse(schema, body);
  if (result.success) return result.data;
  throw broken(
    exchange,
    `A body as the contract's schema has it:\n${z.prettifyError(result.error)}`,
  );
}

/**
 * A successful answer in JSON.
 *
 * @throws {UnreadableResource} where it is no such answer to a plain GET.
 */
export function expectJson<T extends z.core.$ZodType>(
  exchange: Exchange,
  schema: T,
  ...statuses: number[]
): z.infer<T> {
  return readWhole(exchange, () => {
    expectStatus(exchange, ...(statuses.length > 0 ? statuses : [200]));
    expectMediaType(exchange, "application/json");
    return expectShape(exchange, schema);
  });
}

/** A strong entity tag (RFC 9110 § 8.8.3). */
export function expectStrongTag(exchange: Exchange): string {
  const etag = exchange.headers.get("ETag") ?? "";
  expectThat(exchange, /^"[\x21\x23-\x7e]*"$/.test(etag), "A strong ETag.", "ETag");
  return etag;
}
