import { answers } from "../../faultyPanel/faults.ts";
import { all, asks, is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";

/** A decision is answered with another status. */
export const answerStatuses: readonly Mistake[] = [
  {
    id: "withdrawn-too-soon",
    sentence: "A withdrawal answers 200 though the deletion is under way",
    plant: answers(is.remove, { status: 200 }),
  },
  {
    id: "withdrawn-later",
    sentence: "Every withdrawal answers 202",
    plant: answers(is.remove, { status: 202 }),
  },
  {
    id: "withdrawn-without-content",
    sentence: "A withdrawal answers 204",
    plant: answers(is.remove, { status: 204 }),
  },
  {
    id: "granted-created",
    sentence: "A grant answers 201",
    plant: answers(is.put, { status: 201 }),
  },
  {
    id: "granted-accepted",
    sentence: "A grant answers 202",
    plant: answers(all(is.put, asks("granted")), { status: 202 }),
  },
];
