import { problem, says, tells } from "../../faultyPanel/faults.ts";
import { all, is } from "../../faultyPanel/requestHop.ts";
import type { Mistake } from "../../mistake.ts";
import { isAuditor } from "./sessions.ts";

/** A viewer is told too little, or taken for another. */
export const viewers: readonly Mistake[] = [
  {
    id: "payload-not-for-auditor",
    sentence: "A person who may look is told no payload",
    plant: says(all(isAuditor, is.payload), () => problem("not-permitted")),
  },
  {
    id: "history-not-for-auditor",
    sentence: "A person who may look is told no history",
    plant: says(all(isAuditor, is.history), () => problem("not-permitted")),
  },
  {
    id: "receipt-not-for-auditor",
    sentence: "A person who may look is told no receipt",
    plant: says(all(isAuditor, is.receipt), () => problem("not-permitted")),
  },
  {
    id: "log-empty-for-auditor",
    sentence: "A person who may look is told an empty log",
    plant: tells(all(isAuditor, is.log), (body) => ({
      ...body,
      entries: [],
      next: null,
    })),
  },
  {
    id: "auditor-may-decide",
    sentence: "A person who may look is told to be one who may decide",
    plant: tells(all(isAuditor, is.purposes), (body) => ({
      ...body,
      viewer: { ...body.viewer, mayDecide: true },
    })),
  },
  {
    id: "viewer-of-another",
    sentence: "The viewer is always the administrator",
    plant: tells(is.purposes, (body) => ({
      ...body,
      viewer: { ...body.viewer, id: "admin", name: "Admin" },
    })),
  },
  {
    id: "viewer-without-name",
    sentence: "The name of the viewer is the id of the session",
    plant: tells(is.purposes, (body) => ({
      ...body,
      viewer: { ...body.viewer, id: `session-${body.viewer.id}` },
    })),
  },
];
