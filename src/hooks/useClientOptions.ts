"use client";
import { useInsertionEffect, useState } from "react";
import type { ClientOptions } from "../client/clientOptions.ts";

/**
 * The options that a client is made with, which reads `headers` and `fetch` anew for each
 * request: they are always those that the host gave last.
 */
export function useClientOptions(given: ClientOptions): ClientOptions {
  const [options] = useState(() => ({ ...given }));
  const { headers, fetch } = given;
  // Before the effects of whatever asks.
  useInsertionEffect(() => {
    Object.assign(options, { headers, fetch });
  }, [options, headers, fetch]);
  return options;
}
