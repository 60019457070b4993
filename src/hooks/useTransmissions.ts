"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { KlartextError } from "../client/errors.ts";
import { transmissionsQuery } from "../client/queries.ts";
import type { Transmission } from "../contract/transmission.ts";
import { usePrivacy } from "./PrivacyContext.ts";
import { useSettledError } from "./useSettledError.ts";

export interface ShownTransmissions {
  /** Newest first; undefined until they have been read. */
  readonly entries: readonly Transmission[] | undefined;
  readonly error: KlartextError | undefined;
  /** Reads the next older page; undefined when there is none. */
  readonly showOlder: (() => void) | undefined;
}

/** The attempts of one purpose, read while the log is open. */
export function useTransmissions(purpose: string, isOpen: boolean): ShownTransmissions {
  const { client, queryClient } = usePrivacy();
  const { data, error, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery(
    { ...transmissionsQuery(client), enabled: isOpen },
    queryClient,
  );
  return {
    entries: data?.pages
      .flatMap(({ entries }) => entries)
      .filter((entry) => entry.purpose === purpose),
    error: useSettledError(error, isFetching),
    showOlder: hasNextPage ? () => void fetchNextPage() : undefined,
  };
}
