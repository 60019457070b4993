import { front, type Loose, type Plant } from "../../faultyPanel/faults.ts";
import { any, type Hop, is } from "../../faultyPanel/requestHop.ts";

export const bodyOf = (hop: Hop): Loose => {
  try {
    return JSON.parse(hop.body);
  } catch {
    return undefined;
  }
};

const isObject = (value: Loose) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Repairs a body that the panel should have turned down. */
export const acceptsBody = (
  repair: (body: Loose, hop: Hop) => Loose,
  where = any(is.put, is.post),
): Plant =>
  front(async (hop) => {
    const body = bodyOf(hop);
    if (!where(hop) || !isObject(body)) return hop.pass();
    const repaired = repair(body, hop);
    return repaired === undefined
      ? hop.pass()
      : hop.pass({ body: JSON.stringify(repaired) });
  });

export const isDigest = (value: Loose) => /^sha-256=:[A-Za-z0-9+/]{43}=:$/.test(value);
