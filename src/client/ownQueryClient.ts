import { QueryClient } from "@tanstack/react-query";
import { ConfigError } from "./errors.ts";

/**
 * A cache of Klartext's own. Nothing of a centre lies in a host's cache, which hosts
 * persist, broadcast, clear and give defaults to; docs/decisions/0008 tells why.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient();
}

/**
 * A host's `QueryClient`, of whatever copy and version: nothing of it is used but which one
 * it is.
 */
export interface HostQueryClient {
  readonly getQueryCache: () => unknown;
}

const beside = new WeakMap<HostQueryClient, QueryClient>();

/**
 * The cache of the centres that were given the same one of the host's.
 *
 * @throws {ConfigError} `invalid-query-client`
 */
export function ownQueryClient(hosts: HostQueryClient): QueryClient {
  if (typeof hosts.getQueryCache !== "function") {
    throw new ConfigError(
      "invalid-query-client",
      "The queryClient that the host gives is no QueryClient of TanStack Query. Give the " +
        "object that new QueryClient() made, or none.",
    );
  }
  const known = beside.get(hosts);
  if (known) return known;
  const created = createQueryClient();
  beside.set(hosts, created);
  return created;
}
