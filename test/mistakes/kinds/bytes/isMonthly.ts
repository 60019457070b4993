import type { Where } from "../../world/hop.ts";

export const isMonthly: Where = ({ path }) => path.includes("server-statistics");
