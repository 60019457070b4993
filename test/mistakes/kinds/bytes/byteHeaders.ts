import { answers, problem, says } from "../../faultyPanel/faults.ts";
import { all, any, byteReads, is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";

/** Bytes have another media type, coding or caching. */
export const byteHeaders: readonly Mistake[] = [
  {
    id: "agreed-coded",
    sentence: "Agreed bytes are said to be compressed",
    plant: answers(is.agreed, { headers: { "Content-Encoding": "identity" } }),
  },
  {
    id: "sent-coded",
    sentence: "Sent bytes are said to be compressed",
    plant: answers(is.sent, { headers: { "Content-Encoding": "gzip" } }),
  },
  {
    id: "payload-coded-on-request",
    sentence: "A payload is compressed for whoever takes that",
    plant: answers(
      all(
        is.payload,
        ({ headers }) => headers.get("Accept-Encoding")?.includes("gzip") ?? false,
      ),
      { headers: { "Content-Encoding": "gzip" } },
    ),
  },
  {
    id: "payload-as-text",
    sentence: "A payload is text/plain",
    plant: answers(is.payload, { headers: { "Content-Type": "text/plain" } }),
  },
  {
    id: "sent-as-octets",
    sentence: "The body of an attempt is application/octet-stream",
    plant: answers(is.sent, {
      headers: { "Content-Type": "application/octet-stream" },
    }),
  },
  {
    id: "agreed-as-text",
    sentence: "Agreed bytes are text/plain",
    plant: answers(is.agreed, { headers: { "Content-Type": "text/plain" } }),
  },
  {
    id: "head-of-payload-missing",
    sentence: "HEAD of a payload is not found",
    plant: says(all(is.head, is.payload), () => problem("not-found")),
  },
  {
    id: "payload-transformed",
    sentence: "A proxy may transform a payload",
    plant: answers(is.payload, { headers: { "Cache-Control": "no-store" } }),
  },
  {
    id: "agreed-transformed",
    sentence: "A proxy may transform agreed bytes",
    plant: answers(any(is.agreed), { headers: { "Cache-Control": "no-store" } }),
  },
  {
    id: "bytes-stored",
    sentence: "A cache may store bytes",
    plant: answers(
      all(byteReads, (hop) => !is.payload(hop)),
      { headers: { "Cache-Control": "private, max-age=60, no-transform" } },
    ),
  },
];
