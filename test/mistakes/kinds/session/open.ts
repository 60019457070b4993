import { type Plant, takes } from "../../world/faults.ts";
import { all, type Where } from "../../world/hop.ts";
import { adminCookie, isNobody } from "./sessions.ts";

/** Tells to whoever asks. */
export const open = (where: Where): Plant =>
  takes(all(isNobody, where), { headers: adminCookie });
