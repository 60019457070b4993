"use client";
import { useState } from "react";
import { asKlartextError, type KlartextError } from "../client/errors.ts";

/**
 * The error of the last finished request. While another one is under way it stays, so that
 * an alert does not come and go with every poll.
 */
export function useSettledError(
  error: Error | null,
  isFetching: boolean,
): KlartextError | undefined {
  const [settled, setSettled] = useState(error);
  const current = isFetching ? settled : error;
  if (current !== settled) setSettled(current);
  return current ? asKlartextError(current) : undefined;
}
