import { type Plant, takes } from "../../faultyPanel/faults.ts";
import { all, type Where } from "../../faultyPanel/requestHop.ts";
import { adminCookie, isNobody } from "./sessions.ts";

/** Tells to whoever asks. */
export const open = (where: Where): Plant =>
  takes(all(isNobody, where), { headers: adminCookie });
