import { type Plant, takes } from "../../faultyPanel/faults.ts";
import type { Mistake } from "../../mistake.ts";

/** Reads whatever media type that passes as JSON. */
const readsType = (isRead: (type: string) => boolean): Plant =>
  takes((hop) => isRead(hop.headers.get("Content-Type") ?? ""), {
    headers: { "Content-Type": "application/json" },
  });

/** A body of another media type is read as JSON. */
export const mediaTypes: readonly Mistake[] = [
  {
    id: "form-is-json",
    sentence: "A form is read as JSON",
    plant: readsType((type) => type.includes("form")),
  },
  {
    id: "text-is-json",
    sentence:
      "text/plain is read as JSON, which another site can send without being asked",
    plant: readsType((type) => type.startsWith("text/plain")),
  },
  {
    id: "json-by-prefix",
    sentence: "application/json-patch+json is read as JSON",
    plant: readsType((type) => type.startsWith("application/json")),
  },
  {
    id: "json-anywhere",
    sentence: "text/plain; a=application/json is read as JSON",
    plant: readsType((type) => type.includes("application/json")),
  },
  {
    id: "no-type-is-json",
    sentence: "A body of no media type is read as JSON",
    plant: readsType((type) => type === ""),
  },
];
