import { QueryClient } from "@tanstack/react-query";

/**
 * A cache of Klartext's own. Nothing of a centre lies in a host's cache, which hosts
 * persist, broadcast, clear and give defaults to; docs/decisions/0008 tells why.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient();
}

const beside = new WeakMap<QueryClient, QueryClient>();

/** The cache of the centres that were given the same one of the host's. */
export function queryClientBeside(hosts: QueryClient): QueryClient {
  const known = beside.get(hosts);
  if (known) return known;
  const created = createQueryClient();
  beside.set(hosts, created);
  return created;
}
