"use client";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { EntryList } from "../client/entryList.ts";
import { asKlartextError, type KlartextError } from "../client/errors.ts";
import type { ListQuery } from "../client/queries.ts";
import { readOlder } from "../client/readOlder.ts";
import { usePrivacy } from "./PrivacyContext.ts";
import { useSettledError } from "./useSettledError.ts";

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly purpose: string;
}

export interface ShownEntries<Shown> {
  /** Those of the purpose, newest first; undefined until some have been read. */
  readonly entries: readonly Shown[] | undefined;
  /** How many have been looked through, where none of them is of the purpose. */
  readonly lookedThrough: number | undefined;
  /** The time of the oldest entry that was read, of any purpose; undefined once all are. */
  readonly readBackTo: string | undefined;
  /** The panel gave the same again: what is older cannot be read. */
  readonly repeats: boolean;
  readonly isReading: boolean;
  readonly error: KlartextError | undefined;
  /** Reads older ones; undefined when there are none. */
  readonly showOlder: (() => void) | undefined;
}

/**
 * The entries of one purpose in a list of all. The newest page is read again and again,
 * older ones when they are asked for, one after the other and a few at a time; once by
 * itself, where the newest page tells of other purposes alone.
 */
export function useEntries<Shown extends Entry>(
  { readPage, ...query }: ListQuery<Shown>,
  purpose: string,
  isOpen: boolean,
): ShownEntries<Shown> {
  const { queryClient } = usePrivacy();
  const { data, error, isFetching } = useQuery(
    { ...query, enabled: isOpen },
    queryClient,
  );
  const settled = useSettledError(error, isFetching);
  const [older, setOlder] = useState<Older>(idle);
  const reading = useRef<AbortController>(undefined);
  const latest = useRef({ query, readPage });
  latest.current = { query, readPage };

  const read = useCallback(async () => {
    if (reading.current) return;
    const controller = new AbortController();
    reading.current = controller;
    const { signal } = controller;
    setOlder({ isReading: true, error: undefined });
    const { query, readPage } = latest.current;
    try {
      await readOlder<Shown>({
        current: () => queryClient.getQueryData<EntryList<Shown>>(query.queryKey),
        readPage,
        isWanted: (entry) => entry.purpose === purpose,
        onRead: (list) =>
          queryClient.setQueryData<EntryList<Shown>>(query.queryKey, list),
        signal,
      });
      if (!signal.aborted) setOlder(idle);
    } catch (thrown) {
      if (signal.aborted) return;
      setOlder({ isReading: false, error: asKlartextError(thrown) });
    } finally {
      if (reading.current === controller) reading.current = undefined;
    }
  }, [queryClient, purpose]);

  const entries = data?.entries.filter((entry) => entry.purpose === purpose);
  const isSilent = data !== undefined && data.next !== null && entries?.length === 0;
  const readsByItself = isOpen && isSilent && data.cursors.length === 0;
  useEffect(() => {
    if (readsByItself) void read();
  }, [readsByItself, read]);
  useEffect(() => {
    const stop = () => {
      if (!reading.current) return;
      reading.current.abort();
      reading.current = undefined;
      setOlder(idle);
    };
    if (!isOpen) stop();
    return stop;
  }, [isOpen]);

  return {
    entries,
    lookedThrough: isSilent ? data.entries.length : undefined,
    readBackTo: data && isPartly(data) ? data.entries.at(-1)?.at : undefined,
    repeats: data?.repeats ?? false,
    isReading: older.isReading,
    error: settled ?? older.error,
    showOlder: data && data.next !== null ? () => void read() : undefined,
  };
}

/** Whether there is something older that was not read. */
function isPartly({ next, repeats }: EntryList<unknown>): boolean {
  return next !== null || repeats;
}

interface Older {
  readonly isReading: boolean;
  readonly error: KlartextError | undefined;
}

const idle: Older = { isReading: false, error: undefined };
