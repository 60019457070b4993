import { answers, type Plant } from "../../faultyPanel/faults.ts";
import { all, is, type Where } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { isMonthly } from "./isMonthly.ts";

const kind = (where: Where, name: string): Plant =>
  answers(all(is.payload, where), { headers: { "Klartext-Payload": name } });

/** A payload is said to be of another kind than it is. */
export const payloadKinds: readonly Mistake[] = [
  {
    id: "next-as-queued",
    sentence: "What would be sent now is said to wait",
    plant: kind(isMonthly, "queued"),
  },
  {
    id: "sample-as-queued",
    sentence: "A sample is said to wait",
    plant: kind((hop) => !isMonthly(hop), "queued"),
  },
  {
    id: "next-as-sample",
    sentence: "What would be sent now is said to be a sample",
    plant: kind(isMonthly, "sample"),
  },
  {
    id: "sample-as-next",
    sentence: "A sample is said to be sent next",
    plant: kind((hop) => !isMonthly(hop), "next"),
  },
  {
    id: "kind-unknown",
    sentence: "The kind of the payload is one that there is not",
    plant: kind(() => true, "current"),
  },
  {
    id: "kind-missing",
    sentence: "The payload does not say what it is",
    plant: answers(is.payload, { headers: { "Klartext-Payload": null } }),
  },
];
