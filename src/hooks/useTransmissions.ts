"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect } from "react";
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
  const entries = data?.pages
    .flatMap((page) => page.entries)
    .filter((entry) => entry.purpose === purpose);

  // A page that holds other purposes' entries alone says nothing: read on.
  const isSilent = entries?.length === 0 && hasNextPage && !isFetching;
  useEffect(() => {
    if (isSilent) void fetchNextPage();
  }, [isSilent, fetchNextPage]);

  return {
    entries,
    error: useSettledError(error, isFetching),
    showOlder: hasNextPage ? () => void fetchNextPage() : undefined,
  };
}
