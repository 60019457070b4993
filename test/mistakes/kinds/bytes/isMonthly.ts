import type { Where } from "../../faultyPanel/requestHop.ts";

export const isMonthly: Where = ({ path }) => path.includes("server-statistics");
