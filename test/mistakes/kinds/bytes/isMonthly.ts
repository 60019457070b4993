import type { Where } from "../../faultyPanel/hop.ts";

export const isMonthly: Where = ({ path }) => path.includes("server-statistics");
