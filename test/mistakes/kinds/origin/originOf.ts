import type { Hop } from "../../faultyPanel/requestHop.ts";

export const originOf = ({ headers }: Hop) => headers.get("Origin") ?? "";
