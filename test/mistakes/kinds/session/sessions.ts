import type { Where } from "../../faultyPanel/requestHop.ts";

export const adminCookie = { Cookie: "session=admin" };

export const isAuditor: Where = ({ headers }) =>
  headers.get("Cookie") === "session=auditor";

export const isNobody: Where = ({ headers }) => !headers.has("Cookie");
