"use client";
import type { QueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import {
  ConfigError,
  ForeignAnswer,
  KlartextError,
  OutsideContract,
} from "../client/errors.ts";
import type { Evidence } from "../client/evidence.ts";

/**
 * Tells the host what went wrong, and the console what somebody has to mend: a set-up, or
 * answers that are not the contract's, each once.
 */
export function useReportError(
  tell: (error: KlartextError) => void,
): (error: KlartextError) => void {
  const logged = useRef(new Set<string>());
  return useCallback(
    (error: KlartextError) => {
      if (isToMend(error) && !logged.current.has(error.message)) {
        logged.current.add(error.message);
        const came = error.evidence ? ` ${lineOf(error.evidence)}` : "";
        console.error(`Klartext: ${error.message}${came}`);
      }
      tell(error);
    },
    [tell],
  );
}

function isToMend(error: KlartextError): boolean {
  return (
    error instanceof ConfigError ||
    error instanceof OutsideContract ||
    error instanceof ForeignAnswer
  );
}

/** What came, in a line. */
function lineOf({ method, url, status, headers }: Evidence): string {
  const told = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `${method} ${url}: ${[status, ...told].join(", ")}`;
}

/** Reports what the reading of a panel fails with: once until it succeeds, or fails otherwise. */
export function useReportOfReading(
  queryClient: QueryClient,
  cacheKey: string,
  report: (error: KlartextError) => void,
): void {
  useEffect(() => {
    const told = new Map<string, string>();
    return queryClient.getQueryCache().subscribe((event) => {
      if (event.type !== "updated" || event.query.queryKey[1] !== cacheKey) return;
      const { queryHash } = event.query;
      if (event.action.type === "success") told.delete(queryHash);
      if (event.action.type !== "error") return;
      const error: unknown = event.action.error;
      if (!(error instanceof KlartextError) || told.get(queryHash) === error.message)
        return;
      told.set(queryHash, error.message);
      report(error);
    });
  }, [queryClient, cacheKey, report]);
}
