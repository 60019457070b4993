import { nilUuid } from "../../policy/nilUuid.ts";
import type { ReadPayload } from "../readPayload.ts";

/** Whether zeros stand where a UUID will, and are right to: nothing is wrong with the place. */
export function hasPlaceholder(
  reading: ReadPayload,
  pseudonym: "placeholder" | "early" | undefined,
): boolean {
  return (
    pseudonym === undefined &&
    reading.status === "readable" &&
    reading.places.some(({ value }) => value === nilUuid)
  );
}
