import type { ChainLink } from "../../panel/chain/index.ts";
import type { Statement } from "./runStatement.ts";

/** Adds links to the chain of digests. */
export function insertLinks(schema: string, links: readonly ChainLink[]): Statement {
  return {
    name: "links",
    text: `INSERT INTO ${schema}.event
      SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::boolean[])`,
    values: [
      links.map(({ number }) => number),
      links.map(({ entry }) => entry),
      links.map(({ head }) => head),
      links.map(({ name }) => name),
      links.map(({ migrated }) => migrated),
    ],
  };
}
