"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { KlartextError } from "../client/errors.ts";
import { decisionsQuery } from "../client/queries.ts";
import type { DecisionRecord } from "../contract/decisionRecord.ts";
import { usePrivacy } from "./PrivacyContext.ts";
import { useSettledError } from "./useSettledError.ts";

export interface ShownDecisions {
  /** Newest first; undefined until some have been read, or it is known that there are none. */
  readonly entries: readonly DecisionRecord[] | undefined;
  readonly error: KlartextError | undefined;
  /** Reads the next older page; undefined when there is none. */
  readonly showOlder: (() => void) | undefined;
}

/**
 * The history of one purpose, read while it is shown. A page may hold entries of other
 * purposes alone; then the next one is read at once.
 */
export function useDecisions(purpose: string): ShownDecisions {
  const { client, queryClient } = usePrivacy();
  const { data, error, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery(
    decisionsQuery(client),
    queryClient,
  );
  const entries = data?.pages
    .flatMap((page) => page.entries)
    .filter((entry) => entry.purpose === purpose);
  const needsMore = entries?.length === 0 && hasNextPage;

  useEffect(() => {
    if (needsMore && !isFetching && !error) void fetchNextPage();
  }, [needsMore, isFetching, error, fetchNextPage]);

  return {
    entries: needsMore ? undefined : entries,
    error: useSettledError(error, isFetching),
    showOlder: hasNextPage && !needsMore ? () => void fetchNextPage() : undefined,
  };
}
